<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>BottomBar</name>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation>
            <numerusform>%n piece of evidence</numerusform>
            <numerusform>%n pieces of evidence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) missing:</source>
        <translation>
            <numerusform>%n thing missing:</numerusform>
            <numerusform>%n things missing:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintBar</name>
    <message numerus="yes">
        <source>%n record(s) skipped</source>
        <translation>
            <numerusform>%n record skipped</numerusform>
            <numerusform>%n records skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) printed and filed.</source>
        <translation>
            <numerusform>%n record printed and filed.</numerusform>
            <numerusform>%n records printed and filed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message numerus="yes">
        <source>Print %n record(s)</source>
        <translation>
            <numerusform>Print %n record</numerusform>
            <numerusform>Print %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message numerus="yes">
        <source>%n to be written</source>
        <translation>
            <numerusform>%n to be written</numerusform>
            <numerusform>%n to be written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for a second look</source>
        <translation>
            <numerusform>%n waiting for a second look</numerusform>
            <numerusform>%n waiting for a second look</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be printed</source>
        <translation>
            <numerusform>%n to be printed</numerusform>
            <numerusform>%n to be printed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message numerus="yes">
        <source>%n thing(s) missing, see the bar below.</source>
        <translation>
            <numerusform>%n thing missing, see the bar below.</numerusform>
            <numerusform>%n things missing, see the bar below.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatementSection</name>
    <message numerus="yes">
        <source>%n character(s).</source>
        <translation>
            <numerusform>%n character.</numerusform>
            <numerusform>%n characters.</numerusform>
        </translation>
    </message>
</context>
</TS>
