<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AlarmRow</name>
    <message>
        <source>accepted</source>
        <translation>已接班</translation>
    </message>
    <message>
        <source>Accept  F2</source>
        <translation>接班  F2</translation>
    </message>
    <message>
        <source>Accept {alarm}</source>
        <translation>接班：{alarm}</translation>
    </message>
    <message>
        <source>The next officer signs first.</source>
        <translation>请接班人先签名。</translation>
    </message>
</context>
<context>
    <name>BoardList</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>小组</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Last word</source>
        <translation>最近报到</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>小组</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Safety board</source>
        <translation>安全看板</translation>
    </message>
    <message>
        <source>Filters never hide alarms</source>
        <translation>筛选不会隐藏告警</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Act now</source>
        <translation>需处理</translation>
    </message>
    <message>
        <source>Keep an eye on</source>
        <translation>留意</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Not set out</source>
        <translation>待出发</translation>
    </message>
    <message>
        <source>3 ok, 3 late 10, 3a safe, 3</source>
        <translation>3 ok，3 late 10，3a safe，3</translation>
    </message>
    <message>
        <source>Quick line</source>
        <translation>快速录入</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>加备注</translation>
    </message>
    <message>
        <source>No alarm is open.</source>
        <translation>现在没有未解除的告警。</translation>
    </message>
    <message numerus="yes">
        <source>%n team(s) out, by danger, then by age</source>
        <translation>
            <numerusform>%n 个小组在外，先看危险程度，再看时长</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the plan</source>
        <translation>打开计划</translation>
    </message>
    <message>
        <source>No team is out</source>
        <translation>现在没有小组在外</translation>
    </message>
    <message>
        <source>When a day plan is published, its visits stand here and are watched.</source>
        <translation>当日计划发布后，外访会列在这里，并开始值守。</translation>
    </message>
    <message>
        <source>Nobody watched from {begin} to {end}. What fell due in that time is on the board now.</source>
        <translation>{begin} 至 {end} 无人值守。这段时间到期的事项已列在看板上。</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) in an hour. Call in a second officer, or agree on longer intervals.</source>
        <translation>
            <numerusform>一小时内 %n 个告警。请增加一名值守员，或约定更长的报到间隔。</numerusform>
        </translation>
    </message>
    <message>
        <source>The watch gives no answer since {time}. Countdowns go on; watch by telephone.</source>
        <translation>{time} 起值守没有应答。倒计时继续，请用电话值守。</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>方块</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>{team}: entering…</source>
        <translation>{team}：正在录入…</translation>
    </message>
    <message>
        <source>{team}: {word}, entered</source>
        <translation>{team}：{word}，已录入</translation>
    </message>
</context>
<context>
    <name>BoardSide</name>
    <message>
        <source>Side panel</source>
        <translation>侧栏</translation>
    </message>
    <message>
        <source>Current alarm: {alarm} ▸</source>
        <translation>当前告警：{alarm} ▸</translation>
    </message>
    <message>
        <source>Current alarm {n} of {count}, Shift+F8 to step</source>
        <translation>当前告警 {n} / {count}，Shift+F8 切换</translation>
    </message>
    <message>
        <source>Response steps</source>
        <translation>处置步骤</translation>
    </message>
    <message>
        <source>Acknowledge means “mine”; it does not resolve the alarm.</source>
        <translation>接手表示“我在处理”，不会解除告警。</translation>
    </message>
    <message>
        <source> Duress needs two authorised people to resolve.</source>
        <translation>胁迫求助须两名有权人员共同解除。</translation>
    </message>
    <message>
        <source>Who is out</source>
        <translation>在外人员</translation>
    </message>
    <message>
        <source>No alarm</source>
        <translation>没有告警</translation>
    </message>
    <message>
        <source>Choose a team to see it here.</source>
        <translation>选一个小组，在这里查看。</translation>
    </message>
    <message>
        <source>Due next</source>
        <translation>下一次报到</translation>
    </message>
    <message>
        <source>Address: {address}</source>
        <translation>地址：{address}</translation>
    </message>
</context>
<context>
    <name>CallDialog</name>
    <message>
        <source>Whom to call: {alarm}</source>
        <translation>呼叫名单：{alarm}</translation>
    </message>
    <message>
        <source>Do not ring or message the team. It may betray them.</source>
        <translation>禁止回拨，也不要发消息：可能暴露求助的人。</translation>
    </message>
    <message>
        <source>You dial. Ask the neutral question and listen for the code word before anything else.</source>
        <translation>由您拨打。先用暗语提问，听清暗语，再说别的。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>no number on file</source>
        <translation>没有登记号码</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无人接听</translation>
    </message>
    <message>
        <source>Code word</source>
        <translation>听到暗语</translation>
    </message>
    <message>
        <source>Spoke, is well</source>
        <translation>已通话，平安</translation>
    </message>
    <message>
        <source>Supervisors and officers</source>
        <translation>主管和值守员</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>已通知</translation>
    </message>
    <message>
        <source>Told {who}</source>
        <translation>已通知{who}</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>safety officer</source>
        <translation>安全值守员</translation>
    </message>
    <message>
        <source>told {who}</source>
        <translation>已通知{who}</translation>
    </message>
</context>
<context>
    <name>CallSheetDialog</name>
    <message>
        <source>Call sheet for 110: {alarm}</source>
        <translation>报警单（110）：{alarm}</translation>
    </message>
    <message>
        <source>You dial and read this out. VisitDesk never dials.</source>
        <translation>由您拨打并念出下面的内容。VisitDesk 从不自动拨号。</translation>
    </message>
    <message>
        <source>If not dialled yet: why not</source>
        <translation>暂不拨打的理由</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Not yet, because…</source>
        <translation>暂不拨打…</translation>
    </message>
    <message>
        <source>I have dialled 110</source>
        <translation>已拨打 110</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>This is the safety desk of a branch. {count} of our staff are at {place}. {alarm} since {time}. Please send a patrol; do not telephone them.</source>
        <translation>这里是网点安全值守台。我们有 {count} 名外访员在{place}，{time} 起{alarm}。请派民警前往；不要给他们打电话。</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>已知情况</translation>
    </message>
    <message>
        <source>{alarm} since {time}. {heard}</source>
        <translation>{time} 起{alarm}。{heard}</translation>
    </message>
    <message>
        <source>Ring back</source>
        <translation>回电</translation>
    </message>
    <message>
        <source>this desk only, never the team</source>
        <translation>只回本值守台，不要打给小组</translation>
    </message>
    <message>
        <source>this desk</source>
        <translation>本值守台</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>念给 110</translation>
    </message>
    <message>
        <source>dialled 110</source>
        <translation>已拨打 110</translation>
    </message>
    <message>
        <source>Say why 110 is not dialled yet.</source>
        <translation>请写明暂不拨打 110 的理由。</translation>
    </message>
    <message>
        <source>110 not dialled yet: {reason}</source>
        <translation>暂不拨打 110：{reason}</translation>
    </message>
</context>
<context>
    <name>CheckInDialog</name>
    <message>
        <source>Phoned check-in: {team}</source>
        <translation>电话报到：{team}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Who is speaking</source>
        <translation>谁在说话</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Says the partner is with him: counts for both</source>
        <translation>说同伴在一起：两人都算</translation>
    </message>
    <message>
        <source>Said at</source>
        <translation>说话时刻</translation>
    </message>
    <message>
        <source>Time counts from here.</source>
        <translation>从这一刻起计时。</translation>
    </message>
    <message>
        <source>Words heard, or reason</source>
        <translation>原话或理由</translation>
    </message>
    <message>
        <source>Needed for more time and for breaking off.</source>
        <translation>延时和中止撤离须填写。</translation>
    </message>
    <message>
        <source>15 min more</source>
        <translation>延时 15 分钟</translation>
    </message>
    <message>
        <source>Breaks off</source>
        <translation>中止撤离</translation>
    </message>
    <message>
        <source>Alone on site</source>
        <translation>单人在场</translation>
    </message>
    <message>
        <source>Needs help</source>
        <translation>求助</translation>
    </message>
    <message>
        <source>Code word: duress</source>
        <translation>暗语：胁迫</translation>
    </message>
    <message>
        <source>Now: {leg}</source>
        <translation>现在：{leg}</translation>
    </message>
    <message>
        <source>Say why, in a few words.</source>
        <translation>请简要写明理由。</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message numerus="yes">
        <source>%n team(s) out. The watch goes on.</source>
        <translation>
            <numerusform>%n 个小组在外，值守继续</numerusform>
        </translation>
    </message>
    <message>
        <source>This desk watches over them. It can stay in the background: alarms sound and the taskbar calls you.</source>
        <translation>本工作台正在值守。窗口可以留在后台：告警照常响铃，任务栏会提示。</translation>
    </message>
    <message>
        <source>Another desk of this branch is watching them now.</source>
        <translation>本网点另一台工作台正在值守。</translation>
    </message>
    <message>
        <source>End the watch here</source>
        <translation>结束本机值守</translation>
    </message>
    <message>
        <source>Only if another desk is watching them.</source>
        <translation>只有另一台工作台在值守时才可以。</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>交接班…</translation>
    </message>
    <message>
        <source>Stay in the background</source>
        <translation>留在后台</translation>
    </message>
</context>
<context>
    <name>EscalateDialog</name>
    <message>
        <source>Escalate: {alarm}</source>
        <translation>升级：{alarm}</translation>
    </message>
    <message>
        <source>Tell the person first, then enter it here. The ladder goes on by itself either way.</source>
        <translation>先通知到人，再在这里录入。升级阶梯照常继续。</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>Who was told</source>
        <translation>通知了谁</translation>
    </message>
    <message>
        <source>How, and what was agreed</source>
        <translation>怎样通知，商定了什么</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Was told</source>
        <translation>已通知</translation>
    </message>
    <message>
        <source>Say who was told.</source>
        <translation>请写明通知了谁。</translation>
    </message>
    <message>
        <source>escalated to {who}</source>
        <translation>已升级给{who}</translation>
    </message>
    <message>
        <source>escalated</source>
        <translation>已升级</translation>
    </message>
    <message>
        <source>{told}: {words}</source>
        <translation>{told}：{words}</translation>
    </message>
</context>
<context>
    <name>HandOverPage</name>
    <message>
        <source>Hand over the watch</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Finish hand-over</source>
        <translation>完成交接</translation>
    </message>
    <message>
        <source>Next officer: user name</source>
        <translation>接班人用户名</translation>
    </message>
    <message>
        <source>His own password</source>
        <translation>本人密码</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Test the sound</source>
        <translation>试听声音</translation>
    </message>
    <message>
        <source>Who hands over to whom</source>
        <translation>交班与接班</translation>
    </message>
    <message numerus="yes">
        <source>%n open alarm(s), each accepted by name</source>
        <translation>
            <numerusform>%n 个未解除告警，逐个接班</numerusform>
        </translation>
    </message>
    <message>
        <source>word due {time}</source>
        <translation>{time} 应报</translation>
    </message>
    <message numerus="yes">
        <source>%n team(s) out</source>
        <translation>
            <numerusform>%n 个小组在外</numerusform>
        </translation>
    </message>
    <message>
        <source>Until this is finished, the watch stays with {who}.</source>
        <translation>交接完成之前，仍由{who}值守。</translation>
    </message>
    <message>
        <source>not signed yet</source>
        <translation>尚未签名</translation>
    </message>
    <message>
        <source>From {giver} to {taker}</source>
        <translation>交班 {giver}，接班 {taker}</translation>
    </message>
    <message>
        <source>Enter the user name.</source>
        <translation>请输入用户名。</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>正在签名…</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接班</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>接手</translation>
    </message>
    <message>
        <source>Played. Turn the speakers up if you did not hear it.</source>
        <translation>已播放。没听到请调高音量。</translation>
    </message>
    <message>
        <source>The next officer signs first.</source>
        <translation>请接班人先签名。</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) not accepted yet.</source>
        <translation>
            <numerusform>还有 %n 个告警未接班。</numerusform>
        </translation>
    </message>
    <message>
        <source>Test the sound first.</source>
        <translation>请先试听声音。</translation>
    </message>
    <message>
        <source>Handing over…</source>
        <translation>正在交接…</translation>
    </message>
    <message>
        <source>{who} has the watch. The sheet is on the clipboard.</source>
        <translation>{who}已接班。交接单已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Hand-over of the watch  {day} {time}</source>
        <translation>交接班  {day} {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) in the last hour</source>
        <translation>
            <numerusform>近一小时 %n 个告警</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <source>Log of the visit: {team}</source>
        <translation>外访经过：{team}</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>还没有记录。</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note: {alarm}</source>
        <translation>备注：{alarm}</translation>
    </message>
    <message>
        <source>What was done or heard</source>
        <translation>做了什么，听到什么</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>保存备注</translation>
    </message>
    <message>
        <source>Write something.</source>
        <translation>请写点内容。</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>left the team</source>
        <translation>已离组</translation>
    </message>
    <message>
        <source>by {time}</source>
        <translation>{time} 前</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Say why, in a few words.</source>
        <translation>请简要写明理由。</translation>
    </message>
</context>
<context>
    <name>ResolveDialog</name>
    <message>
        <source>Resolve: {alarm}</source>
        <translation>解除：{alarm}</translation>
    </message>
    <message>
        <source>Two people resolve a duress signal, after speaking to the team or seeing it.</source>
        <translation>胁迫求助须两人在通话或见面确认后共同解除。</translation>
    </message>
    <message>
        <source>The watch goes on: a new deadline starts now if somebody is still out.</source>
        <translation>值守继续：仍有人在外时，从现在起重新计时。</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Words heard, or what was seen</source>
        <translation>原话或所见</translation>
    </message>
    <message>
        <source>As said. It goes into the log of the visit.</source>
        <translation>照原话写，会记入外访经过。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Resolve alarm</source>
        <translation>解除告警</translation>
    </message>
    <message>
        <source>Spoke to them, all well</source>
        <translation>已通话，平安</translation>
    </message>
    <message>
        <source>Seen in person, all well</source>
        <translation>已见面，平安</translation>
    </message>
    <message>
        <source>Police are on site</source>
        <translation>民警已到场</translation>
    </message>
    <message>
        <source>False alarm: forgot to check in</source>
        <translation>误报：忘记报到</translation>
    </message>
    <message>
        <source>False alarm: telephone empty or out of reach</source>
        <translation>误报：手机没电或没有信号</translation>
    </message>
    <message>
        <source>Broke off, all out and well</source>
        <translation>已撤离，全员平安</translation>
    </message>
    <message>
        <source>Fault of the system, repaired</source>
        <translation>系统故障，已排除</translation>
    </message>
    <message>
        <source>Other, see words</source>
        <translation>其他，见原话</translation>
    </message>
    <message>
        <source>Second person: user name</source>
        <translation>第二人用户名</translation>
    </message>
    <message>
        <source>His own password</source>
        <translation>本人密码</translation>
    </message>
    <message>
        <source>Choose a reason.</source>
        <translation>请选择理由。</translation>
    </message>
    <message>
        <source>Write down what was heard or seen.</source>
        <translation>请写下听到或看到的。</translation>
    </message>
    <message>
        <source>A second person must sign.</source>
        <translation>须由第二人签名。</translation>
    </message>
    <message>
        <source>Enter the password.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>{cause}. Heard: {words}</source>
        <translation>{cause}。原话：{words}</translation>
    </message>
</context>
<context>
    <name>Safety</name>
    <message>
        <source>Ring {who}, ask the neutral question</source>
        <translation>拨打{who}，用暗语提问</translation>
    </message>
    <message>
        <source>Ring the partner {partner}</source>
        <translation>拨打同伴{partner}</translation>
    </message>
    <message>
        <source>Tell the supervisor, on every channel</source>
        <translation>通过所有渠道通知主管</translation>
    </message>
    <message>
        <source>Call sheet: dial 110 now, or note why not yet</source>
        <translation>报警单：现在拨打 110，或写明暂不拨打的理由</translation>
    </message>
    <message>
        <source>Call in all officers and supervisors</source>
        <translation>通知所有值守员和主管</translation>
    </message>
    <message>
        <source>Call in all officers and supervisors; do not ring the team</source>
        <translation>通知所有值守员和主管，禁止回拨小组</translation>
    </message>
    <message>
        <source>Help: listen before you speak to {who}; tell the supervisor</source>
        <translation>求助：先听后说，{who}在门外才回拨；通知主管</translation>
    </message>
    <message>
        <source>If the partner {partner} is outside, ring</source>
        <translation>同伴{partner}若在门外，拨打</translation>
    </message>
    <message>
        <source>Duress: do not ring the team. Decide with the supervisor</source>
        <translation>胁迫求助：禁止回拨。与主管共同决定</translation>
    </message>
    <message>
        <source>Tell the next supervisor; do not ring the team</source>
        <translation>再通知下一位主管，禁止回拨小组</translation>
    </message>
    <message>
        <source>Look after the watch; ring every team out</source>
        <translation>检查值守，逐一联系在外小组</translation>
    </message>
    <message>
        <source>The watch</source>
        <translation>值守系统</translation>
    </message>
    <message>
        <source>Unknown visit</source>
        <translation>名单外的外访</translation>
    </message>
    <message>
        <source>Team {number}</source>
        <translation>{number} 组</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>not set out</source>
        <translation>未出发</translation>
    </message>
    <message>
        <source>on the way</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>已到达</translation>
    </message>
    <message>
        <source>at the door</source>
        <translation>门外</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>入户</translation>
    </message>
    <message>
        <source>left</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>safe, next stop or home</source>
        <translation>本次安全</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>set out</source>
        <translation>已出发</translation>
    </message>
    <message>
        <source>safe</source>
        <translation>本次安全</translation>
    </message>
    <message>
        <source>home safe</source>
        <translation>已安全返回</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>平安</translation>
    </message>
    <message>
        <source>extension</source>
        <translation>延时</translation>
    </message>
    <message>
        <source>broke off</source>
        <translation>中止撤离</translation>
    </message>
    <message>
        <source>help</source>
        <translation>求助</translation>
    </message>
    <message>
        <source>duress</source>
        <translation>胁迫求助</translation>
    </message>
    <message>
        <source>alone on site</source>
        <translation>单人在场</translation>
    </message>
    <message>
        <source>wrong PIN</source>
        <translation>口令错误</translation>
    </message>
    <message>
        <source>battery</source>
        <translation>电量</translation>
    </message>
    <message>
        <source>position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超时未报</translation>
    </message>
    <message>
        <source>Help request</source>
        <translation>求助</translation>
    </message>
    <message>
        <source>Duress</source>
        <translation>胁迫求助</translation>
    </message>
    <message>
        <source>Alone on site</source>
        <translation>单人在场</translation>
    </message>
    <message>
        <source>Partner not confirmed</source>
        <translation>同伴未报</translation>
    </message>
    <message>
        <source>Three wrong PINs</source>
        <translation>三次口令错误</translation>
    </message>
    <message>
        <source>Broke off</source>
        <translation>中止撤离</translation>
    </message>
    <message>
        <source>System alarm</source>
        <translation>系统告警</translation>
    </message>
    <message>
        <source>{what}  escalated</source>
        <translation>{what}  已升级</translation>
    </message>
    <message>
        <source>rang, no answer</source>
        <translation>已拨打，无人接听</translation>
    </message>
    <message>
        <source>spoke to the team</source>
        <translation>已与小组通话</translation>
    </message>
    <message>
        <source>heard the code word</source>
        <translation>听到暗语</translation>
    </message>
    <message>
        <source>used the call sheet</source>
        <translation>已用报警单</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已处置</translation>
    </message>
    <message>
        <source>Stop {number}</source>
        <translation>站点 {number}</translation>
    </message>
    <message>
        <source>{street} ({leg})</source>
        <translation>{street}（{leg}）</translation>
    </message>
    <message>
        <source>No check-in yet</source>
        <translation>尚未报到</translation>
    </message>
    <message>
        <source>Check-in {time}</source>
        <translation>最近报到 {time}</translation>
    </message>
    <message>
        <source>Not acknowledged</source>
        <translation>待接手</translation>
    </message>
    <message>
        <source>{who} has it  {time}</source>
        <translation>{who} 已接手 {time}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>for {span}</source>
        <translation>已 {span}</translation>
    </message>
    <message>
        <source>taken by {who}</source>
        <translation>{who}已接手</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>待接手</translation>
    </message>
    <message>
        <source>word due in {span}</source>
        <translation>{span}后应报</translation>
    </message>
    <message>
        <source>word was due {span} ago</source>
        <translation>应报时刻已过 {span}</translation>
    </message>
    <message>
        <source>sets out at {time}</source>
        <translation>{time} 出发</translation>
    </message>
    <message>
        <source>recalled</source>
        <translation>已召回</translation>
    </message>
    <message>
        <source>Act now</source>
        <translation>需处理</translation>
    </message>
    <message>
        <source>Keep an eye on</source>
        <translation>留意</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Not set out</source>
        <translation>待出发</translation>
    </message>
</context>
<context>
    <name>SafetyActions</name>
    <message>
        <source>Phoned check-in</source>
        <translation>电话报到</translation>
    </message>
    <message>
        <source>Enter what a collector says on the telephone, departure included.</source>
        <translation>录入外访员电话里说的话，也包括出发。</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>延时</translation>
    </message>
    <message>
        <source>A quarter hour more for the team, with a reason.</source>
        <translation>给小组延时 15 分钟，须写理由。</translation>
    </message>
    <message>
        <source>Note a call for help</source>
        <translation>录入求助</translation>
    </message>
    <message>
        <source>Raise an alarm for a collector who asks for help by telephone.</source>
        <translation>外访员电话求助时，由此发出告警。</translation>
    </message>
    <message>
        <source>Team breaks off</source>
        <translation>中止撤离</translation>
    </message>
    <message>
        <source>The team stops the visit and leaves. That is never held against anybody.</source>
        <translation>小组停止外访并离开。这从不计入考核。</translation>
    </message>
    <message>
        <source>Call the team back</source>
        <translation>召回小组</translation>
    </message>
    <message>
        <source>The team comes back; the watch goes on until all are safe.</source>
        <translation>小组返回；全员安全之前值守继续。</translation>
    </message>
    <message>
        <source>Cancel the visit</source>
        <translation>取消外访</translation>
    </message>
    <message>
        <source>Take a visit off the board that nobody has set out for.</source>
        <translation>把还没有人出发的外访从看板撤下。</translation>
    </message>
    <message>
        <source>Change team</source>
        <translation>更换人员</translation>
    </message>
    <message>
        <source>Somebody leaves or joins; who leaves stays under watch until safe.</source>
        <translation>有人离开或加入；离开的人报安全前继续值守。</translation>
    </message>
    <message>
        <source>Log of the visit</source>
        <translation>外访经过</translation>
    </message>
    <message>
        <source>Everything that happened on the visit, in order.</source>
        <translation>这次外访发生的一切，按先后列出。</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>解除…</translation>
    </message>
    <message>
        <source>End the current alarm, with a reason and the words heard.</source>
        <translation>写明理由和原话，解除当前告警。</translation>
    </message>
    <message>
        <source>Call sheet</source>
        <translation>报警单</translation>
    </message>
    <message>
        <source>Place, names and words to read out to 110. A person dials.</source>
        <translation>念给 110 的地点、姓名和话。由人拨打。</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Show the teams as a list, or as tiles.</source>
        <translation>用列表或方块显示小组。</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Hand the watch to the next officer, alarm by alarm.</source>
        <translation>把值守逐个告警交给下一位值守员。</translation>
    </message>
</context>
<context>
    <name>SafetyKeys</name>
    <message>
        <source>Take over: {alarm}</source>
        <translation>接过处置：{alarm}</translation>
    </message>
    <message>
        <source>{who} has this alarm. From now on it is yours.</source>
        <translation>此告警现由{who}负责，接过后由您负责。</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接过</translation>
    </message>
    <message>
        <source>No alarm is open.</source>
        <translation>现在没有未解除的告警。</translation>
    </message>
    <message>
        <source>It is yours already. Go through the response steps.</source>
        <translation>已由您接手，请按处置步骤做。</translation>
    </message>
    <message>
        <source>{who} has it since {time}. F4 takes it over.</source>
        <translation>{who}已在 {time} 接手。按 F4 接过处置。</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>升级</translation>
    </message>
</context>
<context>
    <name>SafetySentence</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>SideLog</name>
    <message>
        <source>Log</source>
        <translation>经过</translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source>Call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Tell</source>
        <translation>通知</translation>
    </message>
</context>
<context>
    <name>StripTeller</name>
    <message>
        <source>This desk</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>The watch gives no answer</source>
        <translation>值守没有应答</translation>
    </message>
    <message>
        <source>Watch by telephone; countdowns go on.</source>
        <translation>请用电话值守，倒计时继续。</translation>
    </message>
    <message>
        <source>Nobody watched from {begin} to {end}.</source>
        <translation>{begin} 至 {end} 无人值守。</translation>
    </message>
</context>
<context>
    <name>TeamDeeds</name>
    <message>
        <source>Call back</source>
        <translation>召回</translation>
    </message>
    <message>
        <source>Ring the team and tell it to come back. The watch goes on until all are safe.</source>
        <translation>请打电话通知小组返回。全员安全之前值守继续。</translation>
    </message>
    <message>
        <source>Was told to come back</source>
        <translation>已通知返回</translation>
    </message>
    <message>
        <source>Cancel the visit</source>
        <translation>取消外访</translation>
    </message>
    <message>
        <source>The visit leaves the board. Nobody has set out for it.</source>
        <translation>外访从看板撤下。还没有人出发。</translation>
    </message>
    <message>
        <source>Cancel visit</source>
        <translation>取消外访</translation>
    </message>
    <message>
        <source>Choose a team first.</source>
        <translation>请先选一个小组。</translation>
    </message>
    <message>
        <source>Nobody of the team is out.</source>
        <translation>小组没有人在外。</translation>
    </message>
    <message>
        <source>The team is out: call it back instead, the watch goes on.</source>
        <translation>小组已出发：请改为召回，值守继续。</translation>
    </message>
    <message>
        <source>The visit is over.</source>
        <translation>外访已结束。</translation>
    </message>
</context>
<context>
    <name>TeamDialog</name>
    <message>
        <source>Change of team: {team}</source>
        <translation>更换人员：{team}</translation>
    </message>
    <message>
        <source>Who leaves stays under watch until he says himself that he is safe.</source>
        <translation>离开的人亲自报安全之前，继续值守。</translation>
    </message>
    <message>
        <source>{who} leaves</source>
        <translation>{who}离开</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Joins</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change team</source>
        <translation>更换人员</translation>
    </message>
    <message>
        <source>Say who leaves or who joins.</source>
        <translation>请写明谁离开或谁加入。</translation>
    </message>
</context>
<context>
    <name>TileBoard</name>
    <message>
        <source>Teams</source>
        <translation>小组</translation>
    </message>
</context>
<context>
    <name>WallWindow</name>
    <message>
        <source>VisitDesk wall</source>
        <translation>VisitDesk 大屏</translation>
    </message>
    <message>
        <source>Safety board for the wall</source>
        <translation>大屏安全看板</translation>
    </message>
    <message>
        <source>No team is out</source>
        <translation>现在没有小组在外</translation>
    </message>
    <message numerus="yes">
        <source>%n team(s) out</source>
        <translation>
            <numerusform>%n 个小组在外</numerusform>
        </translation>
    </message>
    <message>
        <source>Data {age} old</source>
        <translation>数据已 {age} 未更新</translation>
    </message>
    <message>
        <source>Data live</source>
        <translation>数据实时</translation>
    </message>
    <message numerus="yes">
        <source>and %n more team(s), all less urgent</source>
        <translation>
            <numerusform>另有 %n 个小组，均不如以上紧急</numerusform>
        </translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>告警</translation>
    </message>
</context>
</TS>
