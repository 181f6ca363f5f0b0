<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>Leaving</name>
    <message numerus="yes">
        <source>%n team(s) still out. Close VisitDesk?</source>
        <translation>
            <numerusform>%n team still out. Close VisitDesk?</numerusform>
            <numerusform>%n teams still out. Close VisitDesk?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafetyStrip</name>
    <message numerus="yes">
        <source>%n team(s) out, all on time.</source>
        <translation>
            <numerusform>%n team out, on time.</numerusform>
            <numerusform>%n teams out, all on time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Ago</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>%n s ago</numerusform>
            <numerusform>%n s ago</numerusform>
        </translation>
    </message>
</context>
</TS>
