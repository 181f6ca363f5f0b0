<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AccountSection</name>
    <message>
        <source>Collectors&apos; account</source>
        <translation>外访员说明</translation>
    </message>
    <message>
        <source>What you saw and did, in your own words</source>
        <translation>所见所为，用自己的话写</translation>
    </message>
    <message>
        <source>Demeanour, as observed</source>
        <translation>态度（只记观察到的）</translation>
    </message>
</context>
<context>
    <name>ArrivalSection</name>
    <message>
        <source>Why the times differ from the check-ins</source>
        <translation>与报到时间不同的原因</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Collectors</source>
        <translation>外访员</translation>
    </message>
    <message>
        <source>Badges shown</source>
        <translation>出示证件</translation>
    </message>
    <message>
        <source>Check-ins: {arrived} to {left}</source>
        <translation>报到时间：{arrived} 至 {left}</translation>
    </message>
    <message>
        <source>From the check-ins; a change asks why</source>
        <translation>取自手机报到，改动须注明理由</translation>
    </message>
    <message>
        <source>Yes, {at}</source>
        <translation>是，{at}</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>未记录</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation>
            <numerusform>材料 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) missing:</source>
        <translation>
            <numerusform>还缺 %n 项：</numerusform>
        </translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>等 {count} 项</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Versions of record {number}</source>
        <translation>记录 {number} 的各版</translation>
    </message>
    <message>
        <source>Earlier version</source>
        <translation>较早的版本</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>较晚的版本</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Version {n}, {at}, {who}</source>
        <translation>第 {n} 版，{at}，{who}</translation>
    </message>
    <message>
        <source>Reason of the correction: {reason}</source>
        <translation>更正理由：{reason}</translation>
    </message>
    <message>
        <source>These two versions are the same.</source>
        <translation>两版内容相同。</translation>
    </message>
</context>
<context>
    <name>ConductLine</name>
    <message>
        <source>What happened, in words</source>
        <translation>写明经过</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>是</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>否</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>未答</translation>
    </message>
</context>
<context>
    <name>ConductSection</name>
    <message>
        <source>All kept</source>
        <translation>全部遵守</translation>
    </message>
</context>
<context>
    <name>EvidenceDialog</name>
    <message>
        <source>Add evidence</source>
        <translation>添加材料</translation>
    </message>
    <message>
        <source>{name}. The original is stored encrypted; its hash proves it.</source>
        <translation>{name}。原件加密保存，由摘要证明未被改动。</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>No people, nothing inside the home.</source>
        <translation>不拍人，不拍住所内部。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Taken at</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>拍摄人</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Say what it shows.</source>
        <translation>请写明拍的是什么。</translation>
    </message>
</context>
<context>
    <name>EvidenceFrame</name>
    <message>
        <source>Add evidence</source>
        <translation>添加材料</translation>
    </message>
    <message>
        <source>Storing the file…</source>
        <translation>正在保存文件…</translation>
    </message>
</context>
<context>
    <name>EvidencePart</name>
    <message>
        <source>Evidence</source>
        <translation>佐证材料</translation>
    </message>
    <message>
        <source>Add evidence  Ctrl+U</source>
        <translation>添加材料  Ctrl+U</translation>
    </message>
    <message>
        <source>A photo can be dropped anywhere on this page.</source>
        <translation>可将照片拖到本页任意位置。</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>{metres} m from the address</source>
        <translation>距离 {metres} m</translation>
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
    <name>ObjectionDialog</name>
    <message>
        <source>Enter the objection</source>
        <translation>登记异议</translation>
    </message>
    <message>
        <source>All visits to this case stop at once, until the objection is answered and two people agree.</source>
        <translation>登记后，本案外访立即暂停，直到异议答复并经两人同意恢复。</translation>
    </message>
    <message>
        <source>What is said to be wrong</source>
        <translation>异议事由</translation>
    </message>
    <message>
        <source>In the borrower&apos;s own words</source>
        <translation>借款人原话</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Enter and hold visits</source>
        <translation>登记并暂停外访</translation>
    </message>
    <message>
        <source>Wrong person</source>
        <translation>不是本人</translation>
    </message>
    <message>
        <source>There is no debt</source>
        <translation>没有这笔欠款</translation>
    </message>
    <message>
        <source>The sum</source>
        <translation>金额不对</translation>
    </message>
    <message>
        <source>It is paid</source>
        <translation>已经还清</translation>
    </message>
    <message>
        <source>Fraud by somebody else</source>
        <translation>被人冒名</translation>
    </message>
    <message>
        <source>Time-barred</source>
        <translation>已过时效</translation>
    </message>
    <message>
        <source>Conduct of collectors</source>
        <translation>催收行为</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Write down what was said.</source>
        <translation>请写下对方的话。</translation>
    </message>
</context>
<context>
    <name>OffersSection</name>
    <message>
        <source>Work out a proposal</source>
        <translation>加方案</translation>
    </message>
    <message>
        <source>No offer was spoken of.</source>
        <translation>没有谈到还款方案。</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>提出方</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>First date</source>
        <translation>首期</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Remove this offer</source>
        <translation>删去此方案</translation>
    </message>
</context>
<context>
    <name>OutcomeSection</name>
    <message>
        <source>Other outcomes</source>
        <translation>其他情形</translation>
    </message>
    <message>
        <source>Whom the team met</source>
        <translation>见到谁</translation>
    </message>
    <message>
        <source>What followed</source>
        <translation>随后情况</translation>
    </message>
    <message>
        <source>Enter the objection, hold all visits</source>
        <translation>登记异议，暂停外访</translation>
    </message>
    <message>
        <source>The objection, in the borrower&apos;s words</source>
        <translation>异议内容（借款人原话）</translation>
    </message>
    <message>
        <source>What makes paying impossible now</source>
        <translation>暂时无力还款的原因</translation>
    </message>
    <message>
        <source>Other outcomes…</source>
        <translation>其他情形…</translation>
    </message>
    <message>
        <source>Promised for</source>
        <translation>承诺日期</translation>
    </message>
    <message>
        <source>Sum promised</source>
        <translation>承诺金额</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>还款渠道</translation>
    </message>
    <message>
        <source>Next: {steps}</source>
        <translation>下一步：{steps}</translation>
    </message>
</context>
<context>
    <name>PaperLine</name>
    <message>
        <source>Paper</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>交给</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>未收取</translation>
    </message>
    <message>
        <source>Remove this paper</source>
        <translation>删去此文书</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>Export this copy</source>
        <translation>导出此联</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Reading the record…</source>
        <translation>正在读取记录…</translation>
    </message>
    <message>
        <source>Paper of record {number}</source>
        <translation>记录 {number} 打印预览</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>Drawing the paper…</source>
        <translation>正在生成文书…</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>第 {number} 页</translation>
    </message>
    <message>
        <source>Only an accepted record is printed or handed out; this is a draft to look at.</source>
        <translation>定稿后才能打印和导出，现在只能查看草稿。</translation>
    </message>
    <message>
        <source>{copy} written to {name}.</source>
        <translation>{copy}已导出到 {name}。</translation>
    </message>
</context>
<context>
    <name>PapersSection</name>
    <message>
        <source>Add a paper</source>
        <translation>加文书</translation>
    </message>
    <message>
        <source>No paper was handed over.</source>
        <translation>没有送交文书。</translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message>
        <source>Add a person</source>
        <translation>加一人</translation>
    </message>
    <message>
        <source>Nobody was spoken to.</source>
        <translation>没有与任何人交谈。</translation>
    </message>
</context>
<context>
    <name>PersonLine</name>
    <message>
        <source>Role</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>How identity was checked</source>
        <translation>核对方式</translation>
    </message>
    <message>
        <source>Remove this person</source>
        <translation>删去此人</translation>
    </message>
    <message>
        <source>role only, no name</source>
        <translation>只记身份，不记姓名</translation>
    </message>
</context>
<context>
    <name>PlaceSection</name>
    <message>
        <source>Who agreed…</source>
        <translation>选择同意人…</translation>
    </message>
    <message>
        <source>Consent to enter by</source>
        <translation>同意进入的人</translation>
    </message>
    <message>
        <source>Number of the recording</source>
        <translation>录音录像编号</translation>
    </message>
    <message>
        <source>Why nothing was recorded</source>
        <translation>未录原因</translation>
    </message>
    <message>
        <source>Place of the talk</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Sound or film</source>
        <translation>录音录像</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Repayment proposal</source>
        <translation>还款方案</translation>
    </message>
    <message>
        <source>A proposal for the lender, not an agreement. At most 60 months; nothing is paid at the door.</source>
        <translation>只是提交贷款机构的提议，不是协议。最长 60 个月，上门时不收款。</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>还款总额</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Instalments</source>
        <translation>期数</translation>
    </message>
    <message>
        <source>1 to 60</source>
        <translation>1 至 60 期</translation>
    </message>
    <message>
        <source>First date</source>
        <translation>首期</translation>
    </message>
    <message>
        <source>Yearly interest</source>
        <translation>年利率</translation>
    </message>
    <message>
        <source>Borrower: all at once on the first date</source>
        <translation>借款人提出：首期日一次还清</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PrintBar</name>
    <message>
        <source>Printed sheets</source>
        <translation>已打印页数</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on at sheet</source>
        <translation>从第几页继续</translation>
    </message>
    <message>
        <source>at sheet</source>
        <translation>从此页起</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) skipped</source>
        <translation>
            <numerusform>跳过 %n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>Job {number} of {total}</source>
        <translation>第 {number} 批，共 {total} 批</translation>
    </message>
    <message>
        <source>sheet {n} of {all}</source>
        <translation>第 {n} 页，共 {all} 页</translation>
    </message>
    <message>
        <source>being drawn</source>
        <translation>正在生成</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) printed and filed.</source>
        <translation>
            <numerusform>%n 份记录已打印并归档。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message numerus="yes">
        <source>Print %n record(s)</source>
        <translation>
            <numerusform>打印 %n 份记录</numerusform>
        </translation>
    </message>
    <message>
        <source>In jobs of at most 50, in the background. You can go on working.</source>
        <translation>每批最多 50 份，在后台打印，不影响其他工作。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>联次</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>输出到</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>选择其他文件夹…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>PDF files in the folder {name}</source>
        <translation>文件夹 {name} 中的 PDF 文件</translation>
    </message>
</context>
<context>
    <name>ProposalCard</name>
    <message>
        <source>Borrower proposed</source>
        <translation>借款人提出</translation>
    </message>
    <message>
        <source>Team offered</source>
        <translation>机构提出</translation>
    </message>
    <message>
        <source>{count} instalments, first {sum}</source>
        <translation>{count} 期，首期 {sum}</translation>
    </message>
    <message>
        <source>the last one takes the rest: {sum}</source>
        <translation>末期取余数 {sum}</translation>
    </message>
    <message>
        <source>the last one: {sum}</source>
        <translation>末期 {sum}</translation>
    </message>
    <message>
        <source>Together exactly {sum}</source>
        <translation>合计正好 {sum}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>Instalments</source>
        <translation>期数</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Number, name, pinyin  Ctrl+F</source>
        <translation>编号、姓名、拼音  Ctrl+F</translation>
    </message>
    <message>
        <source>Filter the records</source>
        <translation>筛选记录</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>To be written</source>
        <translation>待写</translation>
    </message>
    <message>
        <source>To be reviewed</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>To be printed</source>
        <translation>待打印</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Reading records…</source>
        <translation>正在读取记录…</translation>
    </message>
    <message numerus="yes">
        <source>%n to be written</source>
        <translation>
            <numerusform>%n 份待写</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for a second look</source>
        <translation>
            <numerusform>%n 份待复核</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be printed</source>
        <translation>
            <numerusform>%n 份待打印</numerusform>
        </translation>
    </message>
    <message>
        <source>Every visit is told</source>
        <translation>所有外访都已写记录</translation>
    </message>
    <message>
        <source>Nothing waits for a second look</source>
        <translation>没有待复核的记录</translation>
    </message>
    <message>
        <source>Nothing was returned</source>
        <translation>没有退回的记录</translation>
    </message>
    <message>
        <source>Everything is printed</source>
        <translation>记录都已打印</translation>
    </message>
    <message>
        <source>Nothing is filed yet</source>
        <translation>还没有归档的记录</translation>
    </message>
    <message>
        <source>A visit comes here as soon as its team has left the address.</source>
        <translation>外访小组离开地址后，外访就会出现在这里。</translation>
    </message>
    <message>
        <source>Records that were handed in come here; a second person reads them.</source>
        <translation>已提交的记录会出现在这里，由另一人复核。</translation>
    </message>
    <message>
        <source>Records that a reviewer sends back come here with the reason.</source>
        <translation>被退回的记录连同理由会出现在这里。</translation>
    </message>
    <message>
        <source>Accepted records come here until their copy for the file is printed.</source>
        <translation>定稿的记录在存档联打印前会留在这里。</translation>
    </message>
    <message>
        <source>Printed records come here; they can be read, corrected and copied.</source>
        <translation>已打印的记录会出现在这里，可以查看、更正和导出。</translation>
    </message>
    <message>
        <source>To the safety board</source>
        <translation>前往安全值守</translation>
    </message>
    <message>
        <source>Records are not open to your role</source>
        <translation>您的角色不能查看记录</translation>
    </message>
    <message>
        <source>Supervisors and clerks write and read them; ask a supervisor.</source>
        <translation>记录由主管和内勤填写、查看，请联系主管。</translation>
    </message>
    <message>
        <source>Write the record</source>
        <translation>写记录</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>Choose one visit.</source>
        <translation>请选择一次外访。</translation>
    </message>
    <message>
        <source>Supervisors and clerks write records.</source>
        <translation>记录由主管和内勤填写。</translation>
    </message>
    <message>
        <source>Records are being printed already.</source>
        <translation>正在打印，请等待完成。</translation>
    </message>
    <message>
        <source>Choose accepted records.</source>
        <translation>请选择已定稿的记录。</translation>
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
        <source>Say why: it stays with the record.</source>
        <translation>请写明理由，理由会随记录保存。</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>On site</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Offers made at the door</source>
        <translation>还款方案</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>外访结果</translation>
    </message>
    <message>
        <source>Papers handed over</source>
        <translation>送交文书</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>People spoken to</source>
        <translation>见到的人</translation>
    </message>
    <message>
        <source>Place and recording</source>
        <translation>地点与录音录像</translation>
    </message>
    <message>
        <source>Shown and explained</source>
        <translation>出示与告知</translation>
    </message>
    <message>
        <source>Conduct check</source>
        <translation>行为核对</translation>
    </message>
    <message>
        <source>Borrower&apos;s statement</source>
        <translation>借款人陈述</translation>
    </message>
    <message>
        <source>Collectors&apos; account</source>
        <translation>外访员说明</translation>
    </message>
    <message>
        <source>What was told</source>
        <translation>告知内容</translation>
    </message>
</context>
<context>
    <name>RecordFrame</name>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Drop the correction</source>
        <translation>放弃更正</translation>
    </message>
    <message>
        <source>Visit record {number}</source>
        <translation>外访记录 {number}</translation>
    </message>
    <message>
        <source>Case {case} {borrower}</source>
        <translation>案件 {case} {borrower}</translation>
    </message>
    <message>
        <source>correction, version {n}</source>
        <translation>更正，第 {n} 版</translation>
    </message>
    <message>
        <source>version {n}</source>
        <translation>第 {n} 版</translation>
    </message>
    <message>
        <source>saved by itself {at}</source>
        <translation>已自动保存 {at}</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>being saved</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未能保存</translation>
    </message>
    <message>
        <source>Ready to submit</source>
        <translation>可以提交</translation>
    </message>
    <message>
        <source>The earlier version stays readable beside the correction.</source>
        <translation>更正后，原版本仍可查看。</translation>
    </message>
    <message>
        <source>Handed in, waits for a second look.</source>
        <translation>已提交，等待复核。</translation>
    </message>
    <message>
        <source>Accepted, only a correction can be added.</source>
        <translation>已定稿，只能追加更正。</translation>
    </message>
</context>
<context>
    <name>RecordOffer</name>
    <message>
        <source>Borrower</source>
        <translation>借款人</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>{count} instalments</source>
        <translation>{count} 期</translation>
    </message>
    <message>
        <source>{sum} each</source>
        <translation>每期 {sum}</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>This record is not being written.</source>
        <translation>当前记录不在填写中。</translation>
    </message>
    <message>
        <source>Evidence is added while a record is being written.</source>
        <translation>填写记录时才能添加材料。</translation>
    </message>
    <message>
        <source>Preview PDF</source>
        <translation>预览 PDF</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>添加材料</translation>
    </message>
    <message>
        <source>Insert the time</source>
        <translation>插入时间</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一份</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一份</translation>
    </message>
    <message>
        <source>Reading the record…</source>
        <translation>正在读取记录…</translation>
    </message>
    <message>
        <source>Nobody has written this record yet, and your role may not begin it.</source>
        <translation>这份记录尚未开始，您的角色不能填写。</translation>
    </message>
    <message>
        <source>Returned: {reason}</source>
        <translation>退回理由：{reason}</translation>
    </message>
    <message>
        <source>There is no further record in the list you came from.</source>
        <translation>来时的列表中没有更多记录。</translation>
    </message>
    <message>
        <source>Submit the correction</source>
        <translation>提交更正</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>No record is open.</source>
        <translation>没有打开记录。</translation>
    </message>
    <message>
        <source>There is nothing to finish here.</source>
        <translation>这里没有可以提交的内容。</translation>
    </message>
    <message>
        <source>A supervisor has the second look.</source>
        <translation>由主管复核。</translation>
    </message>
    <message>
        <source>You handed it in yourself: another supervisor has the second look.</source>
        <translation>这份记录由您提交，须由另一位主管复核。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) missing, see the bar below.</source>
        <translation>
            <numerusform>还缺 %n 项，见下方。</numerusform>
        </translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>已通过。</translation>
    </message>
    <message>
        <source>Handed in for a second look.</source>
        <translation>已提交复核。</translation>
    </message>
    <message>
        <source>Another desk has saved this record meanwhile. Your words are still here: copy them, then reload.</source>
        <translation>另一工作台已保存过这份记录。您写的内容仍在屏幕上，请先复制，再重新读取。</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Return the record to its writer</source>
        <translation>退回记录</translation>
    </message>
    <message>
        <source>Say what is missing or unclear; the writer sees it above the form.</source>
        <translation>请写明缺什么、哪里不清楚，填写人会在表格上方看到。</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Returned.</source>
        <translation>已退回。</translation>
    </message>
    <message>
        <source>Correction added.</source>
        <translation>更正已追加。</translation>
    </message>
    <message>
        <source>The text before stays readable; the reason stands on every copy.</source>
        <translation>原文仍可查看，理由会印在每一联上。</translation>
    </message>
    <message>
        <source>Objection entered; visits to this case are on hold.</source>
        <translation>异议已登记，本案外访已暂停。</translation>
    </message>
</context>
<context>
    <name>RecordQueue</name>
    <message>
        <source>Record</source>
        <translation>记录编号</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>外访</translation>
    </message>
    <message>
        <source>Borrower</source>
        <translation>借款人</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>外访小组</translation>
    </message>
    <message>
        <source>Date of visit</source>
        <translation>外访时间</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>缺什么</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Returned: {reason}</source>
        <translation>退回理由：{reason}</translation>
    </message>
    <message>
        <source>Everything: the record is not begun</source>
        <translation>尚未开始填写</translation>
    </message>
    <message>
        <source> and {count} more</source>
        <translation>，另有 {count} 项</translation>
    </message>
    <message>
        <source>Nothing: it can be submitted</source>
        <translation>不缺，可以提交</translation>
    </message>
    <message>
        <source>Second look by another supervisor</source>
        <translation>等待另一位主管复核</translation>
    </message>
    <message>
        <source>The copy for the file</source>
        <translation>存档联未打印</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不缺</translation>
    </message>
</context>
<context>
    <name>RecordTell</name>
    <message>
        <source>{role}{name} ({identity})</source>
        <translation>{role}{name}（{identity}）</translation>
    </message>
    <message>
        <source>with consent of {who}</source>
        <translation>同意人：{who}</translation>
    </message>
    <message>
        <source>outstanding {all}, past due {late}, as of {day}</source>
        <translation>未还余额 {all}，其中逾期 {late}，截至 {day}</translation>
    </message>
    <message>
        <source>chose to say nothing</source>
        <translation>选择不作陈述</translation>
    </message>
    <message>
        <source>read back</source>
        <translation>已当场宣读</translation>
    </message>
    <message>
        <source>wants a copy</source>
        <translation>索要副本</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>未收取</translation>
    </message>
    <message>
        <source>Arrived – left</source>
        <translation>到达—离开</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>见到</translation>
    </message>
    <message>
        <source>What followed</source>
        <translation>随后情况</translation>
    </message>
    <message>
        <source>People spoken to</source>
        <translation>见到的人</translation>
    </message>
    <message>
        <source>Place of the talk</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Sound or film</source>
        <translation>录音录像</translation>
    </message>
    <message>
        <source>Shown and explained</source>
        <translation>出示与告知</translation>
    </message>
    <message>
        <source>What was told</source>
        <translation>告知内容</translation>
    </message>
    <message>
        <source>Figures told</source>
        <translation>告知的金额</translation>
    </message>
    <message>
        <source>Borrower&apos;s statement</source>
        <translation>借款人陈述</translation>
    </message>
    <message>
        <source>Statement by</source>
        <translation>陈述人</translation>
    </message>
    <message>
        <source>Collectors&apos; account</source>
        <translation>外访员说明</translation>
    </message>
    <message>
        <source>Demeanour, as observed</source>
        <translation>态度（只记观察到的）</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>还款方案</translation>
    </message>
    <message>
        <source>Promise to pay</source>
        <translation>还款承诺</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>异议</translation>
    </message>
    <message>
        <source>Hardship</source>
        <translation>生活困难</translation>
    </message>
    <message>
        <source>Papers handed over</source>
        <translation>送交文书</translation>
    </message>
    <message>
        <source>Papers received</source>
        <translation>收到文书</translation>
    </message>
    <message>
        <source>Conduct not kept</source>
        <translation>未遵守的行为</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>外访员签字</translation>
    </message>
    <message>
        <source>Borrower&apos;s signature</source>
        <translation>借款人签字</translation>
    </message>
</context>
<context>
    <name>ShownSection</name>
    <message>
        <source>All of them</source>
        <translation>全部已出示</translation>
    </message>
    <message>
        <source>Shown and explained</source>
        <translation>出示与告知</translation>
    </message>
</context>
<context>
    <name>SignatureSection</name>
    <message>
        <source>Both have signed</source>
        <translation>两人都已签</translation>
    </message>
    <message>
        <source>What was said about signing</source>
        <translation>关于签字的说明</translation>
    </message>
    <message>
        <source>Borrower&apos;s signature, voluntary</source>
        <translation>借款人签字（自愿）</translation>
    </message>
    <message>
        <source>{name} has signed</source>
        <translation>{name} 已签</translation>
    </message>
</context>
<context>
    <name>SkippedDialog</name>
    <message>
        <source>Records that were not printed</source>
        <translation>未打印的记录</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>StatementSection</name>
    <message>
        <source>Insert the time  Ctrl+T</source>
        <translation>插入时间  Ctrl+T</translation>
    </message>
    <message>
        <source>The borrower&apos;s words</source>
        <translation>借款人的原话</translation>
    </message>
    <message>
        <source>Word for word, in the first person</source>
        <translation>逐字记录，用第一人称</translation>
    </message>
    <message>
        <source>Whose words…</source>
        <translation>陈述人…</translation>
    </message>
    <message>
        <source>Whose words</source>
        <translation>陈述人</translation>
    </message>
    <message>
        <source>Chose to say nothing</source>
        <translation>选择不作陈述</translation>
    </message>
    <message>
        <source>Read back, could be corrected</source>
        <translation>已宣读，可更正</translation>
    </message>
    <message>
        <source>Wants a copy</source>
        <translation>索要副本</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s).</source>
        <translation>
            <numerusform>共 %n 字。</numerusform>
        </translation>
    </message>
    <message>
        <source>Word for word: nothing summed up, nothing changed.</source>
        <translation>逐字记录，不概括、不改写。</translation>
    </message>
</context>
<context>
    <name>ToldSection</name>
    <message>
        <source>Figures of the debt were told</source>
        <translation>告知了欠款金额</translation>
    </message>
    <message>
        <source>What was told</source>
        <translation>告知内容</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>未还余额</translation>
    </message>
    <message>
        <source>Past due</source>
        <translation>逾期金额</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>VersionsPart</name>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>对比版本</translation>
    </message>
    <message>
        <source>Version {n}</source>
        <translation>第 {n} 版</translation>
    </message>
    <message>
        <source>Correction: {reason}</source>
        <translation>更正：{reason}</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>定稿</translation>
    </message>
</context>
</TS>
