<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>TodayPage</name>
    <message>
        <source>What comes next</source>
        <translation>接下来要做</translation>
    </message>
    <message>
        <source>Visits of the last 7 days</source>
        <translation>近 7 日外访</translation>
    </message>
    <message>
        <source>Filled: done. Outlined: planned.</source>
        <translation>实心：已完成；空心：已计划。</translation>
    </message>
    <message>
        <source>Looking what is to be done…</source>
        <translation>正在查看待办…</translation>
    </message>
    <message>
        <source>Three steps to the first day</source>
        <translation>三步排好第一天</translation>
    </message>
    <message>
        <source>Each takes a few minutes. The demonstration branch shows them all done.</source>
        <translation>每步只要几分钟。演示网点里三步都已做好，可以先看一看。</translation>
    </message>
    <message>
        <source>Import accounts</source>
        <translation>导入账户</translation>
    </message>
    <message>
        <source>The lender&apos;s file, or drop it on Cases.</source>
        <translation>委托方给的文件，也可以直接拖到案件页。</translation>
    </message>
    <message>
        <source>Add collectors</source>
        <translation>添加外访员</translation>
    </message>
    <message>
        <source>Badges, shifts, training.</source>
        <translation>工作证、班次、培训。</translation>
    </message>
    <message>
        <source>Plan the first day</source>
        <translation>排第一天</translation>
    </message>
    <message>
        <source>Teams of two, routes, papers.</source>
        <translation>两人一组、路线、资料。</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Nothing is left to do today</source>
        <translation>今天没有待办</translation>
    </message>
    <message>
        <source>Next: {day}, {n} visits</source>
        <translation>下一个工作日：{day}，{n} 次外访</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to do</source>
        <translation>
            <numerusform>%n 项待办</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} done</source>
        <translation>已完成 {n}</translation>
    </message>
    <message>
        <source>Visits today</source>
        <translation>今日外访</translation>
    </message>
    <message numerus="yes">
        <source>%n with an alarm</source>
        <translation>
            <numerusform>%n 组有告警</numerusform>
        </translation>
    </message>
    <message>
        <source>all on time</source>
        <translation>全部按时报到</translation>
    </message>
    <message>
        <source>nobody is out</source>
        <translation>没有小组在外</translation>
    </message>
    <message>
        <source>Teams out</source>
        <translation>在外小组</translation>
    </message>
    <message>
        <source>{n} could be planned</source>
        <translation>{n} 个可排</translation>
    </message>
    <message>
        <source>none waits</source>
        <translation>没有等待的</translation>
    </message>
    <message>
        <source>Unplanned</source>
        <translation>未排入</translation>
    </message>
    <message>
        <source>none is missing</source>
        <translation>没有缺的</translation>
    </message>
    <message>
        <source>oldest {day}</source>
        <translation>最早 {day}</translation>
    </message>
    <message>
        <source>Records to write</source>
        <translation>待补记录</translation>
    </message>
</context>
<context>
    <name>TodoRow</name>
    <message>
        <source> | </source>
        <translation>、</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今天到期</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>%n 天后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>已过 %n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodoWords</name>
    <message numerus="yes">
        <source>%n objection(s) not answered</source>
        <translation>
            <numerusform>%n 件异议未答复</numerusform>
        </translation>
    </message>
    <message>
        <source>Visits to these cases are on hold until somebody answers.</source>
        <translation>答复之前，这些案件暂停外访。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message numerus="yes">
        <source>%n hold(s) to be looked at</source>
        <translation>
            <numerusform>%n 个暂停外访待复查</numerusform>
        </translation>
    </message>
    <message>
        <source>Named people promised to look again; clearing takes two.</source>
        <translation>有指定责任人按期复查；解除需两人。</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) in the pool without a day</source>
        <translation>
            <numerusform>%n 次外访在待排池，还没有日子</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay where they are until they are put into a day plan.</source>
        <translation>排进当日计划之前一直等着。</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>去排</translation>
    </message>
    <message numerus="yes">
        <source>%n visit request(s) to decide on</source>
        <translation>
            <numerusform>%n 件外访申请待批</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody plans them before.</source>
        <translation>批准之前不会排入计划。</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>审批</translation>
    </message>
    <message numerus="yes">
        <source>%n advance notice(s) due</source>
        <translation>
            <numerusform>%n 份上门预告待发</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than 24 hours before the visit it takes a reason.</source>
        <translation>不足 24 小时须说明理由。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>去发</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of account files held back</source>
        <translation>
            <numerusform>账户文件中 %n 行暂存</numerusform>
        </translation>
    </message>
    <message>
        <source>These accounts are not at the branch yet.</source>
        <translation>这些账户还没有进网点。</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>去改</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) without a finished record</source>
        <translation>
            <numerusform>%n 次外访的记录未写完</numerusform>
        </translation>
    </message>
    <message>
        <source>Memory fades; a case waits for its record.</source>
        <translation>时间久了会记不清，案件在等记录。</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>补记</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) to review</source>
        <translation>
            <numerusform>%n 份记录待复核</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is printed for the file before.</source>
        <translation>复核之前不打印归档。</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复核</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) to print</source>
        <translation>
            <numerusform>%n 份记录待打印</numerusform>
        </translation>
    </message>
    <message>
        <source>Reviewed and waiting for the file.</source>
        <translation>已复核，等待归档。</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message numerus="yes">
        <source>Certificates of %n collector(s) end soon</source>
        <translation>
            <numerusform>%n 名外访员的合格证即将到期</numerusform>
        </translation>
    </message>
    <message>
        <source>From that day on they cannot be planned.</source>
        <translation>到期当天起不能排入计划。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>安排</translation>
    </message>
    <message numerus="yes">
        <source>Badges of %n collector(s) end soon</source>
        <translation>
            <numerusform>%n 名外访员的工作证即将到期</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a valid badge nobody goes out.</source>
        <translation>没有有效工作证不能外出。</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>换证</translation>
    </message>
    <message>
        <source>The rule pack is not confirmed by a lawyer</source>
        <translation>规则包尚未经法务确认</translation>
    </message>
    <message>
        <source>Verdicts hold, but nobody of the firm has vouched for the rules.</source>
        <translation>结论照常给出，但机构内还没有人为规则负责。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message numerus="yes">
        <source>The last backup is %n day(s) old</source>
        <translation>
            <numerusform>上次备份在 %n 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>What was entered since is on this disk only.</source>
        <translation>此后录入的内容只在这块磁盘上。</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>The data are locked with the demonstration key</source>
        <translation>数据用的是演示密钥</translation>
    </message>
    <message>
        <source>Anybody can open them. Enter no real people here.</source>
        <translation>任何人都能打开，请勿录入真人信息。</translation>
    </message>
    <message>
        <source>Change key</source>
        <translation>换密钥</translation>
    </message>
</context>
</TS>
