<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Actions</name>
    <message>
        <source>Acknowledge</source>
        <translation>接手</translation>
    </message>
    <message>
        <source>Take the current alarm. It stays open until it is resolved.</source>
        <translation>接手当前告警，表示“我在处理”；告警要到解除才结束。</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Show whom to call for the current alarm. Nothing is dialled by itself.</source>
        <translation>显示当前告警该打给谁；不会自动拨号。</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Bring the current alarm to the next person or step.</source>
        <translation>把当前告警交给下一个人或下一步。</translation>
    </message>
    <message>
        <source>Mute 2 min</source>
        <translation>静音 2 分</translation>
    </message>
    <message>
        <source>Silence the sound for 2 minutes, for a duress signal 30 seconds.</source>
        <translation>静音 2 分钟，胁迫求助只静音 30 秒。</translation>
    </message>
    <message>
        <source>Safety strip</source>
        <translation>安全条</translation>
    </message>
    <message>
        <source>Put the keyboard on the safety strip.</source>
        <translation>把键盘移到安全条。</translation>
    </message>
    <message>
        <source>Next alarm</source>
        <translation>下一个告警</translation>
    </message>
    <message>
        <source>Make the next open alarm the current one.</source>
        <translation>把下一个未解除的告警设为当前告警。</translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation>搜索或命令</translation>
    </message>
    <message>
        <source>Find a case, a person or a deed by Chinese characters, pinyin or initials.</source>
        <translation>用汉字、拼音或首字母找案件、人员或命令。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to the page you came from.</source>
        <translation>回到上一页。</translation>
    </message>
    <message>
        <source>Next area</source>
        <translation>下一区域</translation>
    </message>
    <message>
        <source>Move the keyboard to the next area: rail, page, side panel, safety strip.</source>
        <translation>把键盘移到下一区域：导航栏、页面、侧栏、安全条。</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>侧栏</translation>
    </message>
    <message>
        <source>Show or hide the side panel.</source>
        <translation>显示或隐藏侧栏。</translation>
    </message>
    <message>
        <source>Narrow rail</source>
        <translation>窄导航栏</translation>
    </message>
    <message>
        <source>Show the stations as icons only, or with their words.</source>
        <translation>导航栏只显示图标，或带文字。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Lock this desk. The safety strip and its sound stay on.</source>
        <translation>锁定本机；安全条和声音不停。</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Change between the light and the dark look.</source>
        <translation>切换浅色和深色外观。</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Show the window in Chinese.</source>
        <translation>切换界面语言。</translation>
    </message>
    <message>
        <source>Help here</source>
        <translation>本页帮助</translation>
    </message>
    <message>
        <source>Explain this page.</source>
        <translation>说明这一页怎么用。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键表</translation>
    </message>
    <message>
        <source>All keys on one sheet.</source>
        <translation>全部按键列在一页。</translation>
    </message>
    <message>
        <source>About VisitDesk</source>
        <translation>关于 VisitDesk</translation>
    </message>
    <message>
        <source>Version, licences, folders.</source>
        <translation>版本、许可、文件夹。</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Read this page again.</source>
        <translation>重新读取这一页。</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>下一个问题</translation>
    </message>
    <message>
        <source>Go to the next row that needs a look.</source>
        <translation>跳到下一行有问题的地方。</translation>
    </message>
    <message>
        <source>Optimise</source>
        <translation>优化</translation>
    </message>
    <message>
        <source>Let the planner look for better routes; press again to take them.</source>
        <translation>让程序寻找更好的路线；再按一次采用。</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>Show the board on the second screen, without names.</source>
        <translation>在第二块屏幕上显示看板，不含姓名。</translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>Show only rows that contain what you type.</source>
        <translation>只显示含有所输文字的行。</translation>
    </message>
    <message>
        <source>Quick line</source>
        <translation>快速登记</translation>
    </message>
    <message>
        <source>Type &quot;3 ok&quot; or &quot;3 late 10&quot; to note a call from team 3.</source>
        <translation>输入“3 ok”或“3 late 10”，登记 3 组来电。</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Finish this page: import, publish or submit.</source>
        <translation>完成本页：导入、发布或提交。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take the last change back.</source>
        <translation>撤销上一步。</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Do the change again that was taken back.</source>
        <translation>恢复刚撤销的一步。</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Make the papers of what is shown or selected.</source>
        <translation>为显示或选中的内容生成文书。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Write what is shown to a file.</source>
        <translation>把显示的内容写入文件。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Read a file into this page.</source>
        <translation>把文件读入本页。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Add something new here.</source>
        <translation>在这里新增一项。</translation>
    </message>
    <message>
        <source>Into day plan</source>
        <translation>加入当日计划</translation>
    </message>
    <message>
        <source>Ask for a visit on a day plan.</source>
        <translation>申请排入当日计划。</translation>
    </message>
    <message>
        <source>Hold visits</source>
        <translation>暂停外访</translation>
    </message>
    <message>
        <source>No visit until a named role clears the hold.</source>
        <translation>在指定角色解除之前不再外访。</translation>
    </message>
    <message>
        <source>Log contact</source>
        <translation>登记联系</translation>
    </message>
    <message>
        <source>Note a call, a message, a letter or an objection.</source>
        <translation>登记电话、短信、信函或异议。</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>添加材料</translation>
    </message>
    <message>
        <source>Add a file to what is shown.</source>
        <translation>为当前内容添加文件。</translation>
    </message>
    <message>
        <source>Try another time</source>
        <translation>换个时间试算</translation>
    </message>
    <message>
        <source>Ask the rules about another moment.</source>
        <translation>看看换个时间规则怎么说。</translation>
    </message>
    <message>
        <source>Show on map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Centre the map on what is selected.</source>
        <translation>把地图移到选中的内容。</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>The item above in the list you came from.</source>
        <translation>来源列表里的上一项。</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>The item below in the list you came from.</source>
        <translation>来源列表里的下一项。</translation>
    </message>
    <message>
        <source>Third-person mode</source>
        <translation>第三人模式</translation>
    </message>
    <message>
        <source>Hide every word about debt while somebody else can see the screen.</source>
        <translation>旁人能看到屏幕时，隐去一切欠款字样。</translation>
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
        <source>Not on this page.</source>
        <translation>本页没有这一项。</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Something went wrong inside VisitDesk. Nothing was changed by this step; it was written to the log.</source>
        <translation>程序内部出错。这一步没有改动任何数据，已写入日志。</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>InfoBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message numerus="yes">
        <source>%n team(s) still out. Close VisitDesk?</source>
        <translation>
            <numerusform>还有 %n 个小组在外。要关闭 VisitDesk 吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>This desk then no longer shows or sounds alarms. Hand the watch over first.</source>
        <translation>关闭后本机不再显示告警，也不再发声。请先交接班。</translation>
    </message>
    <message>
        <source>Close and stop watching</source>
        <translation>关闭并停止值守</translation>
    </message>
</context>
<context>
    <name>Level</name>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>即将到时</translation>
    </message>
    <message>
        <source>Signal stale</source>
        <translation>信号陈旧</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超时未报</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>已升级</translation>
    </message>
    <message>
        <source>Duress</source>
        <translation>胁迫求助</translation>
    </message>
</context>
<context>
    <name>LoadingRow</name>
    <message>
        <source>Cancel  Esc</source>
        <translation>取消  Esc</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open a branch and sign in first.</source>
        <translation>请先打开网点并登录。</translation>
    </message>
    <message>
        <source>There is no page to go back to.</source>
        <translation>没有可返回的页面。</translation>
    </message>
</context>
<context>
    <name>NewBranchPage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>New branch</source>
        <translation>新建网点</translation>
    </message>
    <message>
        <source>Name of the branch</source>
        <translation>网点名称</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Letters, digits and _</source>
        <translation>字母、数字和下划线</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>再输一次密码</translation>
    </message>
    <message>
        <source>Passphrase of the data</source>
        <translation>数据口令</translation>
    </message>
    <message>
        <source>Create branch</source>
        <translation>建立网点</translation>
    </message>
    <message>
        <source>May stay empty where the system keeps keys; opens the data on another computer, 10 characters or more</source>
        <translation>系统能保存密钥时可留空；用它可在别的电脑上打开数据，至少 10 个字符</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写这一项。</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>两次输入的密码不同。</translation>
    </message>
    <message>
        <source>Creating the branch…</source>
        <translation>正在建立网点…</translation>
    </message>
</context>
<context>
    <name>PageFrame</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>小组</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Search cases, people, addresses, or type a command</source>
        <translation>搜索案件、人员、地址，或输入命令</translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation>搜索或命令</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到的结果</translation>
    </message>
    <message>
        <source>Enter opens   Tab one group only   Esc closes   pinyin and initials work</source>
        <translation>Enter 打开   Tab 只看一类   Esc 关闭   拼音和首字母可搜</translation>
    </message>
    <message>
        <source>Nothing found. Try a name, its pinyin, a case number or a street.</source>
        <translation>没有找到。试试姓名、拼音、案件号或路名。</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>{found} of {total}</source>
        <translation>{total} 项中找到 {found} 项</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Stations</source>
        <translation>导航栏</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>safety officer</source>
        <translation>安全值守员</translation>
    </message>
    <message>
        <source>clerk</source>
        <translation>内勤</translation>
    </message>
    <message>
        <source>trainer</source>
        <translation>讲师</translation>
    </message>
    <message>
        <source>auditor</source>
        <translation>审计员</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>管理员</translation>
    </message>
</context>
<context>
    <name>SafetyStrip</name>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Safety strip</source>
        <translation>安全条</translation>
    </message>
    <message>
        <source>Safety strip  F8</source>
        <translation>安全条  F8</translation>
    </message>
    <message>
        <source>taken by {who}</source>
        <translation>{who} 已接手</translation>
    </message>
    <message>
        <source>Most urgent: {team} ▸</source>
        <translation>最紧急：{team} ▸</translation>
    </message>
    <message>
        <source>Muted until {time}</source>
        <translation>静音至 {time}</translation>
    </message>
    <message>
        <source>No branch is open. Nobody is being watched here.</source>
        <translation>还没有打开网点，这里没有人在值守。</translation>
    </message>
    <message>
        <source>No team is out today.</source>
        <translation>今日尚无小组外出。</translation>
    </message>
    <message>
        <source>No team is out. Next departure {time}, {team}</source>
        <translation>没有小组在外。下一组 {time} 出发：{team}</translation>
    </message>
    <message numerus="yes">
        <source>%n team(s) out, all on time.</source>
        <translation>
            <numerusform>%n 个小组在外，全部按时报到。</numerusform>
        </translation>
    </message>
    <message>
        <source> Next: {time}, {team}</source>
        <translation>下一次：{time}，{team}</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search cases, people, addresses, or type a command</source>
        <translation>搜索案件、人员、地址，或输入命令</translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation>搜索或命令</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Another branch</source>
        <translation>换一个网点</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Welcome to VisitDesk</source>
        <translation>欢迎使用 VisitDesk</translation>
    </message>
    <message>
        <source>Lawful visits, teams that come home safe, records that hold.</source>
        <translation>合规外访，平安归来，记录可查。</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Open the demonstration branch</source>
        <translation>打开演示网点</translation>
    </message>
    <message>
        <source>A whole working day with invented people; nothing is sent.</source>
        <translation>虚构人物的完整一天，不会对外发送任何内容。</translation>
    </message>
    <message>
        <source>New branch</source>
        <translation>新建网点</translation>
    </message>
    <message>
        <source>An encrypted data folder on this computer.</source>
        <translation>在本机建立加密的数据文件夹。</translation>
    </message>
    <message>
        <source>Open a branch</source>
        <translation>打开网点</translation>
    </message>
    <message>
        <source>A data folder that is already there.</source>
        <translation>打开已有的数据文件夹。</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Preparing the demonstration day…</source>
        <translation>正在准备演示数据…</translation>
    </message>
    <message>
        <source>Passphrase of the data folder</source>
        <translation>数据文件夹的口令</translation>
    </message>
    <message>
        <source>Opening the branch…</source>
        <translation>正在打开网点…</translation>
    </message>
</context>
<context>
    <name>Station</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>培训</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Demonstration</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Top bar</source>
        <translation>顶栏</translation>
    </message>
    <message>
        <source>Branch {name}</source>
        <translation>网点 {name}</translation>
    </message>
    <message>
        <source>Phones {reached}/{all}</source>
        <translation>外勤手机 {reached}/{all}</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>{name} ({role})</source>
        <translation>{name}（{role}）</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>数据已保存</translation>
    </message>
</context>
<context>
    <name>WindowKeys</name>
    <message>
        <source>The side panel is in sight or absent.</source>
        <translation>侧栏已显示，或本页没有侧栏。</translation>
    </message>
</context>
<context>
    <name>_Ago</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>%n 秒前</numerusform>
        </translation>
    </message>
</context>
</TS>
