<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutPage</name>
    <message>
        <source>About VisitDesk</source>
        <translation>关于 VisitDesk</translation>
    </message>
    <message>
        <source>Version, folders, licences</source>
        <translation>版本、文件夹、许可</translation>
    </message>
    <message>
        <source>Open the log</source>
        <translation>打开日志</translation>
    </message>
    <message>
        <source>Licence text</source>
        <translation>许可全文</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Lawful visits, teams that come home safe, records that hold.</source>
        <translation>合规外访，平安归来，记录可查。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Log, without personal data</source>
        <translation>运行日志（不含个人信息）</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>运行环境</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>No branch is open</source>
        <translation>还没有打开网点</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>F1 on any page opens its article</source>
        <translation>在任何页面按 F1 打开对应说明</translation>
    </message>
    <message>
        <source>Search help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>正文</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Safety, from everywhere</source>
        <translation>安全（任何地方可用）</translation>
    </message>
    <message>
        <source>On a page</source>
        <translation>页面上</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>按键表</translation>
    </message>
    <message>
        <source>Everything else is found by Ctrl+K</source>
        <translation>其余命令按 Ctrl+K 查找</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Changed from the default</source>
        <translation>已改动，与默认值不同</translation>
    </message>
    <message>
        <source>Default for {name}</source>
        <translation>恢复默认：{name}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s); a dot marks what differs from the default</source>
        <translation>
            <numerusform>共 %n 项，圆点表示与默认值不同</numerusform>
        </translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>No setting fits these words. Clear the search to see all.</source>
        <translation>没有符合的设置。清空搜索可看全部。</translation>
    </message>
    <message>
        <source>Open a branch first.</source>
        <translation>请先打开网点。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Needs the role: {roles}.</source>
        <translation>需要角色：{roles}。</translation>
    </message>
    <message>
        <source>{name} is back at its default.</source>
        <translation>“{name}”已恢复默认。</translation>
    </message>
</context>
</TS>
