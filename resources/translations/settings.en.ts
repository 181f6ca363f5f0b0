<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n setting(s); a dot marks what differs from the default</source>
        <translation>
            <numerusform>%n setting; a dot marks what differs from the default</numerusform>
            <numerusform>%n settings; a dot marks what differs from the default</numerusform>
        </translation>
    </message>
</context>
</TS>
