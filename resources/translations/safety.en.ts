<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>BoardPage</name>
    <message numerus="yes">
        <source>%n team(s) out, by danger, then by age</source>
        <translation>
            <numerusform>%n team out, by danger, then by age</numerusform>
            <numerusform>%n teams out, by danger, then by age</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) in an hour. Call in a second officer, or agree on longer intervals.</source>
        <translation>
            <numerusform>%n alarm in an hour. Call in a second officer, or agree on longer intervals.</numerusform>
            <numerusform>%n alarms in an hour. Call in a second officer, or agree on longer intervals.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message numerus="yes">
        <source>%n team(s) out. The watch goes on.</source>
        <translation>
            <numerusform>%n team out. The watch goes on.</numerusform>
            <numerusform>%n teams out. The watch goes on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandOverPage</name>
    <message numerus="yes">
        <source>%n open alarm(s), each accepted by name</source>
        <translation>
            <numerusform>%n open alarm, accepted by name</numerusform>
            <numerusform>%n open alarms, each accepted by name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n team(s) out</source>
        <translation>
            <numerusform>%n team out</numerusform>
            <numerusform>%n teams out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) not accepted yet.</source>
        <translation>
            <numerusform>%n alarm not accepted yet.</numerusform>
            <numerusform>%n alarms not accepted yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) in the last hour</source>
        <translation>
            <numerusform>%n alarm in the last hour</numerusform>
            <numerusform>%n alarms in the last hour</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WallWindow</name>
    <message numerus="yes">
        <source>%n team(s) out</source>
        <translation>
            <numerusform>%n team out</numerusform>
            <numerusform>%n teams out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more team(s), all less urgent</source>
        <translation>
            <numerusform>and %n more team, less urgent</numerusform>
            <numerusform>and %n more teams, all less urgent</numerusform>
        </translation>
    </message>
</context>
</TS>
