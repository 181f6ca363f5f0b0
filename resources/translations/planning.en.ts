<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>PlanPage</name>
    <message numerus="yes">
        <source>%n route sheet(s) written.</source>
        <translation>
            <numerusform>%n route sheet written.</numerusform>
            <numerusform>%n route sheets written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Proposer</name>
    <message numerus="yes">
        <source>%n change(s) did not fit without those you refused.</source>
        <translation>
            <numerusform>%n change did not fit without those you refused.</numerusform>
            <numerusform>%n changes did not fit without those you refused.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n team(s)</source>
        <translation>
            <numerusform>%n team</numerusform>
            <numerusform>%n teams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Teams are on their way: %n visit(s) begun. The day is not published over.</source>
        <translation>
            <numerusform>Teams are on their way: %n visit begun. The day is not published over.</numerusform>
            <numerusform>Teams are on their way: %n visits begun. The day is not published over.</numerusform>
        </translation>
    </message>
</context>
</TS>
