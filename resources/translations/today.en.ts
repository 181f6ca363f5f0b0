<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%n thing(s) to do</source>
        <translation>
            <numerusform>%n thing to do</numerusform>
            <numerusform>%n things to do</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with an alarm</source>
        <translation>
            <numerusform>%n with an alarm</numerusform>
            <numerusform>%n with an alarm</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodoRow</name>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodoWords</name>
    <message numerus="yes">
        <source>%n objection(s) not answered</source>
        <translation>
            <numerusform>%n objection not answered</numerusform>
            <numerusform>%n objections not answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hold(s) to be looked at</source>
        <translation>
            <numerusform>%n hold to be looked at</numerusform>
            <numerusform>%n holds to be looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) in the pool without a day</source>
        <translation>
            <numerusform>%n visit in the pool without a day</numerusform>
            <numerusform>%n visits in the pool without a day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit request(s) to decide on</source>
        <translation>
            <numerusform>%n visit request to decide on</numerusform>
            <numerusform>%n visit requests to decide on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n advance notice(s) due</source>
        <translation>
            <numerusform>%n advance notice due</numerusform>
            <numerusform>%n advance notices due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of account files held back</source>
        <translation>
            <numerusform>%n row of account files held back</numerusform>
            <numerusform>%n rows of account files held back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) without a finished record</source>
        <translation>
            <numerusform>%n visit without a finished record</numerusform>
            <numerusform>%n visits without a finished record</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) to review</source>
        <translation>
            <numerusform>%n record to review</numerusform>
            <numerusform>%n records to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) to print</source>
        <translation>
            <numerusform>%n record to print</numerusform>
            <numerusform>%n records to print</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Certificates of %n collector(s) end soon</source>
        <translation>
            <numerusform>Certificates of %n collector end soon</numerusform>
            <numerusform>Certificates of %n collectors end soon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Badges of %n collector(s) end soon</source>
        <translation>
            <numerusform>Badges of %n collector end soon</numerusform>
            <numerusform>Badges of %n collectors end soon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last backup is %n day(s) old</source>
        <translation>
            <numerusform>The last backup is %n day old</numerusform>
            <numerusform>The last backup is %n days old</numerusform>
        </translation>
    </message>
</context>
</TS>
