<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>BorrowerCard</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) chosen</source>
        <translation>
            <numerusform>%n case chosen</numerusform>
            <numerusform>%n cases chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve %n visit(s)</source>
        <translation>
            <numerusform>Approve %n visit</numerusform>
            <numerusform>Approve %n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve %n visit(s)?</source>
        <translation>
            <numerusform>Approve %n visit?</numerusform>
            <numerusform>Approve %n visits?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be done: </source>
        <translation>
            <numerusform>%n could not be done: </numerusform>
            <numerusform>%n could not be done: </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) approved</source>
        <translation>
            <numerusform>%n visit approved</numerusform>
            <numerusform>%n visits approved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message numerus="yes">
        <source>%n row(s) read, none lost</source>
        <translation>
            <numerusform>%n row read, none lost</numerusform>
            <numerusform>%n rows read, none lost</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeldPage</name>
    <message numerus="yes">
        <source>%n row(s) waiting to be mended</source>
        <translation>
            <numerusform>%n row waiting to be mended</numerusform>
            <numerusform>%n rows waiting to be mended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) chosen</source>
        <translation>
            <numerusform>%n row chosen</numerusform>
            <numerusform>%n rows chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set %n row(s) aside for good?</source>
        <translation>
            <numerusform>Set %n row aside for good?</numerusform>
            <numerusform>Set %n rows aside for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HoldDialog</name>
    <message numerus="yes">
        <source>Hold visits to %n case(s)</source>
        <translation>
            <numerusform>Hold visits to %n case</numerusform>
            <numerusform>Hold visits to %n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation>
            <numerusform>Import %n row</numerusform>
            <numerusform>Import %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreparationPanel</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowPanel</name>
    <message numerus="yes">
        <source>%n more row(s) with the same fault.</source>
        <translation>
            <numerusform>%n more row with the same fault.</numerusform>
            <numerusform>%n more rows with the same fault.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrailCard</name>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Show %n</numerusform>
            <numerusform>Show all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message numerus="yes">
        <source>%n forbid(s)</source>
        <translation>
            <numerusform>%n forbids</numerusform>
            <numerusform>%n forbid</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ask(s) for a reason</source>
        <translation>
            <numerusform>%n asks for a reason</numerusform>
            <numerusform>%n ask for a reason</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n met</source>
        <translation>
            <numerusform>%n met</numerusform>
            <numerusform>%n met</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not judged</source>
        <translation>
            <numerusform>%n not judged</numerusform>
            <numerusform>%n not judged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n rule(s)</source>
        <translation>
            <numerusform>All %n rule</numerusform>
            <numerusform>All %n rules</numerusform>
        </translation>
    </message>
</context>
</TS>
