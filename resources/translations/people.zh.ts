<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ApartDialog</name>
    <message>
        <source>Keep {name} apart</source>
        <translation>{name} 的回避</translation>
    </message>
    <message>
        <source>nobody: a case</source>
        <translation>不选人：填案件</translation>
    </message>
    <message>
        <source>Not together with</source>
        <translation>不与谁同组</translation>
    </message>
    <message>
        <source>Not sent to case</source>
        <translation>不派往案件</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name either a person or a case.</source>
        <translation>请选一位外访员，或填一个案件号。</translation>
    </message>
    <message>
        <source>Give a reason.</source>
        <translation>请写明理由。</translation>
    </message>
</context>
<context>
    <name>CollectorDialog</name>
    <message>
        <source>Change {name}</source>
        <translation>修改 {name}</translation>
    </message>
    <message>
        <source>New collector</source>
        <translation>新外访员</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>会开车</translation>
    </message>
    <message>
        <source>Confidentiality signed</source>
        <translation>已签保密承诺</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Whose staff</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Badge number</source>
        <translation>工作证号</translation>
    </message>
    <message>
        <source>Badge valid until</source>
        <translation>工作证有效至</translation>
    </message>
    <message>
        <source>Trained until</source>
        <translation>培训有效至</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>e.g. female cantonese</source>
        <translation>如 female cantonese</translation>
    </message>
    <message>
        <source>Violent record</source>
        <translation>暴力犯罪记录</translation>
    </message>
    <message>
        <source>Insured</source>
        <translation>意外保险</translation>
    </message>
    <message>
        <source>Enter the staff number of the badge.</source>
        <translation>请填工作证上的工号。</translation>
    </message>
    <message>
        <source>Enter the name.</source>
        <translation>请填写名称。</translation>
    </message>
</context>
<context>
    <name>DeedDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Write a day like 2026-11-24.</source>
        <translation>请写成 2026-11-24 的形式。</translation>
    </message>
</context>
<context>
    <name>DeviceDialog</name>
    <message>
        <source>Hand a phone to {name}</source>
        <translation>发手机给 {name}</translation>
    </message>
    <message>
        <source>Number on the phone</source>
        <translation>手机编号</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>型号</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>发放</translation>
    </message>
    <message>
        <source>Enter the number printed on the phone.</source>
        <translation>请填手机上的编号。</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>{name} no longer goes out?</source>
        <translation>{name} 不再外出？</translation>
    </message>
    <message>
        <source>Shifts still ahead are taken away. Everything else stays on record.</source>
        <translation>今后的班次会取消，其他记录都保留。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>End</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Give a reason.</source>
        <translation>请写明理由。</translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message>
        <source>Leave of {name}</source>
        <translation>{name} 休假</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>no health details</source>
        <translation>不写健康情况</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>最后一天早于第一天。</translation>
    </message>
</context>
<context>
    <name>PairsDialog</name>
    <message>
        <source>Pairs for {day}</source>
        <translation>{day} 的搭档</translation>
    </message>
    <message>
        <source>Each pair has a driver and at least two hours in common; the apart-list holds.</source>
        <translation>每对都有人开车，共同时间不少于两小时，并遵守回避名单。</translation>
    </message>
    <message>
        <source>Without a partner: {names}.</source>
        <translation>没有搭档：{names}。</translation>
    </message>
    <message>
        <source>Take these pairs</source>
        <translation>采用这些搭档</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>On the day</source>
        <translation>当天</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>搭档</translation>
    </message>
    <message>
        <source>Badge until</source>
        <translation>工作证至</translation>
    </message>
    <message>
        <source>Trained until</source>
        <translation>培训有效至</translation>
    </message>
    <message>
        <source>Qualifications</source>
        <translation>资格</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>休假</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>can go</source>
        <translation>可外出</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>lender&apos;s staff</source>
        <translation>贷款机构员工</translation>
    </message>
    <message>
        <source>agency&apos;s staff</source>
        <translation>催收机构员工</translation>
    </message>
    <message>
        <source>conduct</source>
        <translation>行为规范</translation>
    </message>
    <message>
        <source>safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>driving</source>
        <translation>驾驶</translation>
    </message>
    <message>
        <source>language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>woman</source>
        <translation>女性</translation>
    </message>
    <message>
        <source>man</source>
        <translation>男性</translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation>粤语</translation>
    </message>
    <message>
        <source>sign language</source>
        <translation>手语</translation>
    </message>
    <message>
        <source>drives</source>
        <translation>开车</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>休假</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>PeopleActions</name>
    <message>
        <source>Pairs</source>
        <translation>搭档</translation>
    </message>
    <message>
        <source>Propose pairs for the day; Enter puts the plan on them.</source>
        <translation>提出当天的搭档，回车后计划按此组队。</translation>
    </message>
</context>
<context>
    <name>PeopleDeeds</name>
    <message>
        <source>Shift of {name}</source>
        <translation>{name} 的班次</translation>
    </message>
    <message>
        <source>Shift taken away.</source>
        <translation>班次已取消。</translation>
    </message>
    <message>
        <source>Take this away?</source>
        <translation>删除这一项？</translation>
    </message>
    <message>
        <source>The audit trail keeps that it was there.</source>
        <translation>审计记录会保留它存在过。</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>The day&apos;s teams are these pairs now.</source>
        <translation>当天小组已按这些搭档组成。</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Can go</source>
        <translation>可外出</translation>
    </message>
    <message>
        <source>Cannot go</source>
        <translation>不可外出</translation>
    </message>
    <message>
        <source>Paper ends soon</source>
        <translation>证件将到期</translation>
    </message>
    <message>
        <source>The week before</source>
        <translation>上一周</translation>
    </message>
    <message>
        <source>The week after</source>
        <translation>下一周</translation>
    </message>
    <message>
        <source>New collector</source>
        <translation>新外访员</translation>
    </message>
    <message>
        <source>Day looked at</source>
        <translation>查看哪一天</translation>
    </message>
    <message>
        <source>Keeping people is the supervisor&apos;s.</source>
        <translation>维护人员需要主管权限。</translation>
    </message>
    <message>
        <source>No two people can go together on this day.</source>
        <translation>这一天没有两个人可以同组。</translation>
    </message>
    <message>
        <source>Reading people…</source>
        <translation>正在读取人员…</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>{day}: {able} of {all} can go, {pairs} pairs possible</source>
        <translation>{day}：{all} 人中 {able} 人可外出，可组 {pairs} 对</translation>
    </message>
    <message>
        <source>{day}: {able} of {all} can go</source>
        <translation>{day}：{all} 人中 {able} 人可外出</translation>
    </message>
    <message>
        <source>Shifts  {span}</source>
        <translation>班次  {span}</translation>
    </message>
    <message>
        <source>Nobody is on the list yet</source>
        <translation>还没有外访员</translation>
    </message>
    <message>
        <source>Add the people who go out, with badge and shifts. Plans are made of pairs of them.</source>
        <translation>请添加外访员、工作证和班次，计划由两人小组组成。</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>休假</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>资格</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Apart</source>
        <translation>回避</translation>
    </message>
    <message>
        <source>End</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Nobody selected</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>Choose a row to see badge, training, shifts and phones.</source>
        <translation>选一行查看证件、培训、班次和手机。</translation>
    </message>
    <message>
        <source>can go</source>
        <translation>可外出</translation>
    </message>
    <message>
        <source>cannot go</source>
        <translation>不可外出</translation>
    </message>
    <message>
        <source>A paper ends on {day}.</source>
        <translation>有证件于 {day} 到期。</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Badge until</source>
        <translation>工作证至</translation>
    </message>
    <message>
        <source>Trained until</source>
        <translation>培训有效至</translation>
    </message>
    <message>
        <source>Confidentiality</source>
        <translation>保密承诺</translation>
    </message>
    <message>
        <source>Insured</source>
        <translation>意外保险</translation>
    </message>
    <message>
        <source>Violent record</source>
        <translation>暴力犯罪记录</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Qualifications</source>
        <translation>资格</translation>
    </message>
    <message>
        <source>without end</source>
        <translation>长期</translation>
    </message>
    <message>
        <source>This week, {hours}</source>
        <translation>本周 {hours}</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>returned {day}</source>
        <translation>{day} 归还</translation>
    </message>
    <message>
        <source>Apart-list, restricted</source>
        <translation>回避名单（限主管）</translation>
    </message>
    <message>
        <source>Take away: {what}</source>
        <translation>删除：{what}</translation>
    </message>
</context>
<context>
    <name>QualificationDialog</name>
    <message>
        <source>Qualification of {name}</source>
        <translation>{name} 的资格</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效日</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>empty: without end</source>
        <translation>留空为长期</translation>
    </message>
    <message>
        <source>Number of the paper</source>
        <translation>证书编号</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Enter the name.</source>
        <translation>请填写名称。</translation>
    </message>
</context>
<context>
    <name>ShiftDialog</name>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>before the beginning: next day</source>
        <translation>早于开始表示次日</translation>
    </message>
    <message>
        <source>A shift that is there already is changed on its own day.</source>
        <translation>已有班次只在当天修改。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>最后一天早于第一天。</translation>
    </message>
    <message>
        <source>None of these days is ticked.</source>
        <translation>没有选中任何一天。</translation>
    </message>
    <message>
        <source>At most {n} days at once.</source>
        <translation>一次最多 {n} 天。</translation>
    </message>
    <message>
        <source>It must end after it begins.</source>
        <translation>结束须晚于开始。</translation>
    </message>
</context>
<context>
    <name>WeekGrid</name>
    <message>
        <source>Shifts of the week</source>
        <translation>一周班次</translation>
    </message>
</context>
<context>
    <name>WeekModel</name>
    <message>
        <source>free</source>
        <translation>无班次</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>工时</translation>
    </message>
</context>
</TS>
