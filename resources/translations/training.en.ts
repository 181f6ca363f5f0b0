<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>AssessmentPage</name>
    <message numerus="yes">
        <source>%n question(s) have no answer and will count as wrong.</source>
        <translation>
            <numerusform>%n question has no answer and will count as wrong.</numerusform>
            <numerusform>%n questions have no answer and will count as wrong.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificatesPage</name>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n certificate</numerusform>
            <numerusform>%n certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n can be issued now</source>
        <translation>
            <numerusform>, %n can be issued now</numerusform>
            <numerusform>, %n can be issued now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndPanel</name>
    <message numerus="yes">
        <source> %n choice(s) could be better.</source>
        <translation>
            <numerusform> %n choice could be better.</numerusform>
            <numerusform> %n choices could be better.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IntroPanel</name>
    <message numerus="yes">
        <source>%n question(s), one a page. Passed with {percent}% right.</source>
        <translation>
            <numerusform>%n question. Passed with {percent}% right.</numerusform>
            <numerusform>%n questions, one a page. Passed with {percent}% right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not passed %n time(s) in a row: somebody goes through the subject first.</source>
        <translation>
            <numerusform>Not passed once: somebody goes through the subject first.</numerusform>
            <numerusform>Not passed %n times in a row: somebody goes through the subject first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not passed %n time(s) in a row: a trainer notes the coaching on the training page first.</source>
        <translation>
            <numerusform>Not passed once: a trainer notes the coaching on the training page first.</numerusform>
            <numerusform>Not passed %n times in a row: a trainer notes the coaching on the training page first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PathPanel</name>
    <message numerus="yes">
        <source>%n question(s) back today</source>
        <translation>
            <numerusform>%n question back today</numerusform>
            <numerusform>%n questions back today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message numerus="yes">
        <source>%n critical question(s) missed.</source>
        <translation>
            <numerusform>%n critical question missed.</numerusform>
            <numerusform>%n critical questions missed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not passed %n time(s) in a row: somebody goes through the subject first.</source>
        <translation>
            <numerusform>Not passed once: somebody goes through the subject first.</numerusform>
            <numerusform>Not passed %n times in a row: somebody goes through the subject first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message numerus="yes">
        <source>%n collector(s)</source>
        <translation>
            <numerusform>%n collector</numerusform>
            <numerusform>%n collectors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n without a valid certificate</source>
        <translation>
            <numerusform>, %n without a valid certificate</numerusform>
            <numerusform>, %n without a valid certificate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not passed %n time(s) in a row: somebody goes through the subject first.</source>
        <translation>
            <numerusform>Not passed once: somebody goes through the subject first.</numerusform>
            <numerusform>Not passed %n times in a row: somebody goes through the subject first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>expired %n day(s) ago</source>
        <translation>
            <numerusform>expired %n day ago</numerusform>
            <numerusform>expired %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s), for practice</source>
        <translation>
            <numerusform>%n question, for practice</numerusform>
            <numerusform>%n questions, for practice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>coaching first: not passed %n time(s)</source>
        <translation>
            <numerusform>coaching first: not passed once</numerusform>
            <numerusform>coaching first: not passed %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %n month(s)</source>
        <translation>
            <numerusform>for %n month</numerusform>
            <numerusform>for %n months</numerusform>
        </translation>
    </message>
</context>
</TS>
