<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AddressDialog</name>
    <message>
        <source>Add an address</source>
        <translation>添加地址</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>the borrower</source>
        <translation>借款人</translation>
    </message>
    <message>
        <source>the lender</source>
        <translation>贷款机构</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>从谁得知</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Write the whole address, from the province on.</source>
        <translation>请从省份开始写全地址。</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>Answer the objection</source>
        <translation>答复异议</translation>
    </message>
    <message>
        <source>Upheld</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>Not upheld</source>
        <translation>不成立</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Answer as it was sent</source>
        <translation>已发出的答复</translation>
    </message>
    <message>
        <source>Choose the finding.</source>
        <translation>请选择结论。</translation>
    </message>
    <message>
        <source>Write down the answer.</source>
        <translation>请写下答复。</translation>
    </message>
</context>
<context>
    <name>BorrowerCard</name>
    <message>
        <source>Shown for 60 seconds</source>
        <translation>显示 60 秒</translation>
    </message>
    <message>
        <source>Show: {what}</source>
        <translation>查看{what}</translation>
    </message>
    <message>
        <source>Your role may not see this unmasked.</source>
        <translation>你的角色不能查看明文。</translation>
    </message>
    <message>
        <source>Supervisors and clerks change cases.</source>
        <translation>主管和内勤可以修改案件。</translation>
    </message>
    <message>
        <source>Borrower</source>
        <translation>借款人</translation>
    </message>
    <message>
        <source>name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>identity number</source>
        <translation>证件号</translation>
    </message>
    <message>
        <source>Identity no.</source>
        <translation>证件号</translation>
    </message>
    <message>
        <source>telephone numbers</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Past due</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Arrears</source>
        <translation>逾期金额</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>本金</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>利息</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>罚息</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>未还余额</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Lender</source>
        <translation>贷款机构</translation>
    </message>
    <message>
        <source>Entrusted until</source>
        <translation>委托至</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Dead address</source>
        <translation>无效地址</translation>
    </message>
    <message>
        <source>sure {n} %</source>
        <translation>可信 {n}%</translation>
    </message>
    <message>
        <source>on the map</source>
        <translation>坐标已定</translation>
    </message>
    <message>
        <source>not on the map</source>
        <translation>未定坐标</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Report wrong</source>
        <translation>报告有误</translation>
    </message>
    <message>
        <source>Papers on file</source>
        <translation>在案资料</translation>
    </message>
    <message>
        <source>None entered</source>
        <translation>还没有登记</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Hardship, as told</source>
        <translation>生活困难（本人所述）</translation>
    </message>
    <message>
        <source>Nothing was told</source>
        <translation>没有说起</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Out of contact</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>Refuses visits</source>
        <translation>已拒绝上门</translation>
    </message>
    <message>
        <source>Represented by</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>Bereavement pause until {day}</source>
        <translation>丧期暂停至 {day}</translation>
    </message>
</context>
<context>
    <name>CancelDialog</name>
    <message>
        <source>Cancel the visit</source>
        <translation>取消外访</translation>
    </message>
    <message>
        <source>Cancel visit {id}?</source>
        <translation>取消外访 {id}？</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Say why; it stays with the visit.</source>
        <translation>请说明理由，会留在外访上。</translation>
    </message>
</context>
<context>
    <name>CaseActions</name>
    <message>
        <source>Set aside for good</source>
        <translation>永久搁置</translation>
    </message>
    <message>
        <source>These rows are not waited for any more; their cells stay on file.</source>
        <translation>不再等待这些行，原内容仍留存。</translation>
    </message>
</context>
<context>
    <name>CaseDeeds</name>
    <message>
        <source>Goals of the visit</source>
        <translation>外访目标</translation>
    </message>
    <message>
        <source>What the visit should reach</source>
        <translation>这次外访要达到什么</translation>
    </message>
    <message>
        <source>Talking points</source>
        <translation>沟通要点</translation>
    </message>
    <message>
        <source>Approved wording for the door</source>
        <translation>经批准的上门用语</translation>
    </message>
    <message>
        <source>Show unmasked</source>
        <translation>查看明文</translation>
    </message>
    <message>
        <source>It is shown for 60 seconds. Your name and reason are entered in the audit trail.</source>
        <translation>显示 60 秒。你的姓名和理由会记入审计日志。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Report this address as wrong?</source>
        <translation>报告这个地址有误？</translation>
    </message>
    <message>
        <source>Nobody goes there until somebody confirms it anew.</source>
        <translation>重新确认之前，不再前往。</translation>
    </message>
    <message>
        <source>Report wrong</source>
        <translation>报告有误</translation>
    </message>
    <message>
        <source>Confirm this address?</source>
        <translation>确认这个地址？</translation>
    </message>
    <message>
        <source>You vouch for it by name; it may be visited.</source>
        <translation>由你署名确认，可以前往。</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>How it was checked</source>
        <translation>怎样核实的</translation>
    </message>
    <message>
        <source>Approve visit {id}?</source>
        <translation>批准外访 {id}？</translation>
    </message>
    <message>
        <source>It goes into the pool. Your name and reason stay on it.</source>
        <translation>进入待排池，你的姓名和理由会留在上面。</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Do not approve visit {id}?</source>
        <translation>不批准外访 {id}？</translation>
    </message>
    <message>
        <source>The person who asked reads your reason.</source>
        <translation>申请人会看到你的理由。</translation>
    </message>
    <message>
        <source>Do not approve</source>
        <translation>不批准</translation>
    </message>
    <message>
        <source>The refusal was taken back?</source>
        <translation>拒绝已撤回？</translation>
    </message>
    <message>
        <source>Only the borrower himself takes it back, or it was entered by mistake; say which.</source>
        <translation>只有本人可以撤回，或者是登记有误；请说明是哪一种。</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Log contact</source>
        <translation>登记联系</translation>
    </message>
    <message>
        <source>Hold visits</source>
        <translation>暂停外访</translation>
    </message>
    <message>
        <source>Clear the hold</source>
        <translation>解除暂停</translation>
    </message>
    <message>
        <source>Record and hold visits</source>
        <translation>登记并暂停外访</translation>
    </message>
    <message>
        <source>Keep the answer</source>
        <translation>保存答复</translation>
    </message>
    <message>
        <source>Record the consent</source>
        <translation>登记同意</translation>
    </message>
    <message>
        <source>Record and stop visits</source>
        <translation>登记并停止外访</translation>
    </message>
    <message>
        <source>Record the notice</source>
        <translation>登记告知</translation>
    </message>
    <message>
        <source>Add the address</source>
        <translation>添加地址</translation>
    </message>
    <message>
        <source>Enter the paper</source>
        <translation>登记资料</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>May be visited</source>
        <translation>可外访</translation>
    </message>
    <message>
        <source>With a reason</source>
        <translation>需理由</translation>
    </message>
    <message>
        <source>Not to be visited</source>
        <translation>不可外访</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>暂停外访</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>异议</translation>
    </message>
    <message>
        <source>Case no.</source>
        <translation>案件号</translation>
    </message>
    <message>
        <source>Borrower</source>
        <translation>借款人</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Days past due</source>
        <translation>逾期天数</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>未还余额</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>合规结论</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>外访</translation>
    </message>
    <message>
        <source>Prepared</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>Lender</source>
        <translation>贷款机构</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} 天</translation>
    </message>
</context>
<context>
    <name>CaseScreen</name>
    <message>
        <source>Log contact</source>
        <translation>登记联系</translation>
    </message>
    <message>
        <source>Hold visits</source>
        <translation>暂停外访</translation>
    </message>
    <message>
        <source>Ask for a visit</source>
        <translation>申请外访</translation>
    </message>
    <message>
        <source>No case is open</source>
        <translation>没有打开的案件</translation>
    </message>
    <message>
        <source>Open one from the list, or find it with Ctrl+K.</source>
        <translation>从列表打开，或按 Ctrl+K 查找。</translation>
    </message>
    <message>
        <source>Reading the case…</source>
        <translation>正在读取案件…</translation>
    </message>
    <message>
        <source>The verdict has turned: this person may be visited now.</source>
        <translation>结论已变：现在可外访。</translation>
    </message>
    <message>
        <source>The verdict has turned: a visit needs a reason now.</source>
        <translation>结论已变：现在须说明理由后可外访。</translation>
    </message>
    <message>
        <source>The verdict has turned: no visit may take place now.</source>
        <translation>结论已变：现在不可外访。</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Case {id}</source>
        <translation>案件 {id}</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>第 {n} / {all} 个</translation>
    </message>
    <message>
        <source>Alt+↓ next, Alt+↑ previous</source>
        <translation>Alt+↓ 下一个，Alt+↑ 上一个</translation>
    </message>
    <message>
        <source>Asking the rules about the week…</source>
        <translation>正在试算一周…</translation>
    </message>
    <message>
        <source>The case is still being read.</source>
        <translation>案件还在读取。</translation>
    </message>
    <message>
        <source>This case is not worked on any more.</source>
        <translation>这个案件已不再办理。</translation>
    </message>
    <message>
        <source>Visits to this case are on hold.</source>
        <translation>这个案件暂停外访。</translation>
    </message>
    <message>
        <source>A visit is already asked for.</source>
        <translation>已有外访申请。</translation>
    </message>
    <message>
        <source>The list ends here.</source>
        <translation>列表到头了。</translation>
    </message>
</context>
<context>
    <name>CaseTrail</name>
    <message>
        <source>answered: {who}</source>
        <translation>接听人：{who}</translation>
    </message>
    <message>
        <source>borrower reached</source>
        <translation>已联系到本人</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未联系到</translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>信函</translation>
    </message>
    <message>
        <source>App message</source>
        <translation>应用消息</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>外访</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已结清</translation>
    </message>
    <message>
        <source>Current again</source>
        <translation>已正常</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>退案</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>已申请</translation>
    </message>
    <message>
        <source>Not approved</source>
        <translation>未批准</translation>
    </message>
    <message>
        <source>In the pool</source>
        <translation>待排</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>已排</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>已派出</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>在场</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>已记录</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>已复核</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Hold on visits</source>
        <translation>暂停外访</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>异议</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Plan agreed</source>
        <translation>已签分期协议</translation>
    </message>
    <message>
        <source>Visits refused</source>
        <translation>拒绝上门</translation>
    </message>
    <message>
        <source>Wrong request</source>
        <translation>申请有误</translation>
    </message>
    <message>
        <source>No team</source>
        <translation>无可用小组</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>住宅地址</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>户籍地址</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>单位地址</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>from the lender</source>
        <translation>贷款机构提供</translation>
    </message>
    <message>
        <source>from the borrower</source>
        <translation>本人提供</translation>
    </message>
    <message>
        <source>Borrower</source>
        <translation>借款人</translation>
    </message>
    <message>
        <source>Guarantor</source>
        <translation>保证人</translation>
    </message>
    <message>
        <source>Co-borrower</source>
        <translation>共同借款人</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Third person</source>
        <translation>第三人</translation>
    </message>
    <message>
        <source>Credit card</source>
        <translation>信用卡</translation>
    </message>
    <message>
        <source>Consumer loan</source>
        <translation>消费贷款</translation>
    </message>
    <message>
        <source>Micro loan</source>
        <translation>小额贷款</translation>
    </message>
    <message>
        <source>Other loan</source>
        <translation>其他贷款</translation>
    </message>
    <message>
        <source>Claim verified</source>
        <translation>债权已核实</translation>
    </message>
    <message>
        <source>Claim not verified</source>
        <translation>债权未核实</translation>
    </message>
    <message>
        <source>Claim unlawful</source>
        <translation>债权不合法</translation>
    </message>
    <message>
        <source>Identity paper</source>
        <translation>身份证件</translation>
    </message>
    <message>
        <source>Loan contract</source>
        <translation>借款合同</translation>
    </message>
    <message>
        <source>Authority letter</source>
        <translation>授权委托书</translation>
    </message>
    <message>
        <source>Statement of account</source>
        <translation>账户对账单</translation>
    </message>
    <message>
        <source>Other paper</source>
        <translation>其他资料</translation>
    </message>
    <message>
        <source>Address checked</source>
        <translation>地址核实</translation>
    </message>
    <message>
        <source>Contact trail read</source>
        <translation>联系记录已看</translation>
    </message>
    <message>
        <source>Identity paper on file</source>
        <translation>身份资料在案</translation>
    </message>
    <message>
        <source>Contract and authority</source>
        <translation>合同与授权书</translation>
    </message>
    <message>
        <source>Repayment plans to offer</source>
        <translation>可谈方案</translation>
    </message>
    <message>
        <source>Talking points</source>
        <translation>沟通要点</translation>
    </message>
    <message>
        <source>Goals of the visit</source>
        <translation>外访目标</translation>
    </message>
    <message>
        <source>Notice, rights notice</source>
        <translation>上门预告与权利告知</translation>
    </message>
    <message>
        <source>Hardship</source>
        <translation>生活困难</translation>
    </message>
    <message>
        <source>Special difficulty</source>
        <translation>特殊困难情形</translation>
    </message>
    <message>
        <source>Legal question</source>
        <translation>法律问题</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>Not this person</source>
        <translation>不是本人</translation>
    </message>
    <message>
        <source>No such loan</source>
        <translation>没有这笔借款</translation>
    </message>
    <message>
        <source>The sum is wrong</source>
        <translation>金额有误</translation>
    </message>
    <message>
        <source>Already paid</source>
        <translation>已还款</translation>
    </message>
    <message>
        <source>Taken out by fraud</source>
        <translation>被冒名</translation>
    </message>
    <message>
        <source>Time-barred</source>
        <translation>超过时效</translation>
    </message>
    <message>
        <source>Harassment</source>
        <translation>骚扰</translation>
    </message>
    <message>
        <source>Visit in quiet hours</source>
        <translation>禁访时段外访</translation>
    </message>
    <message>
        <source>Entry into the home</source>
        <translation>进入住所</translation>
    </message>
    <message>
        <source>Visit at work</source>
        <translation>到单位外访</translation>
    </message>
    <message>
        <source>Sound or film recording</source>
        <translation>录音录像</translation>
    </message>
    <message>
        <source>Advance notice of the visit</source>
        <translation>上门预告</translation>
    </message>
    <message>
        <source>Told that an agency is appointed</source>
        <translation>已告知委托催收机构</translation>
    </message>
    <message>
        <source>Told that the claim was assigned</source>
        <translation>已告知债权转让</translation>
    </message>
    <message>
        <source>Statute</source>
        <translation>法律</translation>
    </message>
    <message>
        <source>Regulator</source>
        <translation>规章</translation>
    </message>
    <message>
        <source>Industry self-regulation</source>
        <translation>行业自律</translation>
    </message>
    <message>
        <source>Recommended standard</source>
        <translation>推荐标准</translation>
    </message>
    <message>
        <source>Product policy</source>
        <translation>产品规定</translation>
    </message>
    <message>
        <source>wording read</source>
        <translation>原文已读</translation>
    </message>
    <message>
        <source>report read</source>
        <translation>报道已读</translation>
    </message>
    <message>
        <source>from memory, ask a lawyer</source>
        <translation>凭记忆，请法务确认</translation>
    </message>
    <message>
        <source>our conclusion</source>
        <translation>本产品推断</translation>
    </message>
    <message>
        <source>A visit is the last resort here: the other ways have been tried.</source>
        <translation>外访是最后手段：其他方式都已试过。</translation>
    </message>
    <message>
        <source>Not yet the last resort: other ways have not been tried.</source>
        <translation>还不是最后手段：其他方式尚未试过。</translation>
    </message>
    <message>
        <source>Not yet the last resort: not long past due, and in contact.</source>
        <translation>还不是最后手段：逾期不久，仍可联系。</translation>
    </message>
    <message>
        <source>Nothing is past due: there is no ground for a visit.</source>
        <translation>没有逾期，没有外访的理由。</translation>
    </message>
    <message>
        <source>Case no.</source>
        <translation>案件号</translation>
    </message>
    <message>
        <source>Identity no.</source>
        <translation>证件号</translation>
    </message>
    <message>
        <source>Kind of identity paper</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Lender</source>
        <translation>贷款机构</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Entrusted on</source>
        <translation>委托日</translation>
    </message>
    <message>
        <source>Entrusted until</source>
        <translation>委托至</translation>
    </message>
    <message>
        <source>Contract no.</source>
        <translation>合同号</translation>
    </message>
    <message>
        <source>Account no.</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Kind of loan</source>
        <translation>贷款种类</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>本金</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>利息</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>罚息</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Arrears</source>
        <translation>逾期金额</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>未还余额</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Days past due</source>
        <translation>逾期天数</translation>
    </message>
    <message>
        <source>Opened on</source>
        <translation>开立日</translation>
    </message>
    <message>
        <source>Last paid on</source>
        <translation>最近还款日</translation>
    </message>
    <message>
        <source>Annual rate</source>
        <translation>年利率</translation>
    </message>
    <message>
        <source>Home address</source>
        <translation>住宅地址</translation>
    </message>
    <message>
        <source>Registered address</source>
        <translation>户籍地址</translation>
    </message>
    <message>
        <source>Work address</source>
        <translation>单位地址</translation>
    </message>
    <message>
        <source>Other address</source>
        <translation>其他地址</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>Held-back no.</source>
        <translation>暂存编号</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不导入</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Number, name, pinyin  Ctrl+F</source>
        <translation>案件号、姓名、拼音  Ctrl+F</translation>
    </message>
    <message>
        <source>Filter the cases</source>
        <translation>筛选案件</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>May be visited</source>
        <translation>可外访</translation>
    </message>
    <message>
        <source>With a reason</source>
        <translation>需理由</translation>
    </message>
    <message>
        <source>Not to be visited</source>
        <translation>不可外访</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>暂停外访</translation>
    </message>
    <message>
        <source>With objection</source>
        <translation>有异议</translation>
    </message>
    <message>
        <source>To be approved</source>
        <translation>待批</translation>
    </message>
    <message>
        <source>Rows held back</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>Hold visits</source>
        <translation>暂停外访</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Ask for a visit</source>
        <translation>申请外访</translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>恢复显示</translation>
    </message>
    <message>
        <source>Third-person mode</source>
        <translation>第三人模式</translation>
    </message>
    <message>
        <source>Reading cases…</source>
        <translation>正在读取案件…</translation>
    </message>
    <message>
        <source>Import an account file</source>
        <translation>导入账户文件</translation>
    </message>
    <message>
        <source>There are no cases yet</source>
        <translation>还没有案件</translation>
    </message>
    <message>
        <source>Import the lender&apos;s account file, or drop it anywhere on this page.</source>
        <translation>导入委托方给的账户文件，或直接拖到本页任何地方。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 个案件</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} shown</source>
        <translation>显示 {n} 个</translation>
    </message>
    <message>
        <source>The import of {name} is not finished; nothing of it is lost.</source>
        <translation>{name} 还没有导入完，内容都在。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) chosen</source>
        <translation>
            <numerusform>已选 %n 个案件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve %n visit(s)</source>
        <translation>
            <numerusform>批准 %n 次外访</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a case first.</source>
        <translation>请先选择案件。</translation>
    </message>
    <message>
        <source>Choose one case.</source>
        <translation>请选择一个案件。</translation>
    </message>
    <message>
        <source>This case is not worked on any more.</source>
        <translation>这个案件已不再办理。</translation>
    </message>
    <message>
        <source>Visits to this case are on hold.</source>
        <translation>这个案件暂停外访。</translation>
    </message>
    <message>
        <source>A visit is already asked for.</source>
        <translation>已有外访申请。</translation>
    </message>
    <message numerus="yes">
        <source>Approve %n visit(s)?</source>
        <translation>
            <numerusform>批准 %n 次外访？</numerusform>
        </translation>
    </message>
    <message>
        <source>They go into the pool. Your name and reason stay on each.</source>
        <translation>进入待排池，每次都留下你的姓名和理由。</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be done: </source>
        <translation>
            <numerusform>%n 个未能办理：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) approved</source>
        <translation>
            <numerusform>已批准 %n 次外访</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>Rows of the file</source>
        <translation>文件的各行</translation>
    </message>
</context>
<context>
    <name>ChooseStep</name>
    <message>
        <source>Drop the lender&apos;s account file here</source>
        <translation>把委托方的账户文件拖到这里</translation>
    </message>
    <message>
        <source>CSV, XLSX, XLS or ODS; UTF-8, GB18030 and UTF-16 are recognised. Nothing is changed before the last step.</source>
        <translation>可读 CSV、XLSX、XLS、ODS，自动识别 UTF-8、GB18030 和 UTF-16。最后一步之前什么都不会改动。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>How it was read</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Row of the headers</source>
        <translation>标题行</translation>
    </message>
    <message>
        <source>Dates such as 03/04</source>
        <translation>03/04 这样的日期</translation>
    </message>
    <message>
        <source>Amounts in</source>
        <translation>金额单位</translation>
    </message>
    <message>
        <source>as the file shows</source>
        <translation>按文件判断</translation>
    </message>
    <message>
        <source>day first</source>
        <translation>日在前</translation>
    </message>
    <message>
        <source>month first</source>
        <translation>月在前</translation>
    </message>
    <message>
        <source>as the headers say</source>
        <translation>按标题</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>ten thousand yuan</source>
        <translation>万元</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>Column of the file</source>
        <translation>文件的列</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>前几个值</translation>
    </message>
    <message>
        <source>Our field</source>
        <translation>对应字段</translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation>识别</translation>
    </message>
    <message>
        <source> | </source>
        <translation>、</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Field for column {header}</source>
        <translation>“{header}”列对应的字段</translation>
    </message>
    <message>
        <source>Keep as a remark</source>
        <translation>留作备注</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>你选的</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不认识</translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>Record a consent</source>
        <translation>登记同意</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>同意什么</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>给出时间</translation>
    </message>
    <message>
        <source>For the days from</source>
        <translation>适用日期自</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>the borrower himself</source>
        <translation>借款人本人</translation>
    </message>
    <message>
        <source>somebody else (kept, lifts no rule)</source>
        <translation>其他人（只存档，不放行）</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>由谁给出</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>signed, text, call …</source>
        <translation>签字、短信、电话…</translation>
    </message>
    <message>
        <source>At most 60 days, and not before the first.</source>
        <translation>最多 60 天，且不早于起始日。</translation>
    </message>
    <message>
        <source>Say how it was given.</source>
        <translation>请说明怎样给出的。</translation>
    </message>
</context>
<context>
    <name>ContactDialog</name>
    <message>
        <source>Log contact</source>
        <translation>登记联系</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>联系到</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未联系到</translation>
    </message>
    <message>
        <source>Cannot be told</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>Borrower himself</source>
        <translation>借款人本人</translation>
    </message>
    <message>
        <source>nobody, or the borrower himself</source>
        <translation>无人，或借款人本人</translation>
    </message>
    <message>
        <source>Somebody else who answered</source>
        <translation>其他接听人</translation>
    </message>
    <message>
        <source>What was said, in short</source>
        <translation>谈话要点</translation>
    </message>
    <message>
        <source>An objection is recorded by its own button, in the borrower&apos;s own words.</source>
        <translation>异议另用“异议”按钮登记，写借款人原话。</translation>
    </message>
    <message>
        <source>This moment lies ahead.</source>
        <translation>时间还没到。</translation>
    </message>
</context>
<context>
    <name>DebtStatusDialog</name>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>State of the claim</source>
        <translation>债权状态</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Shown by which papers</source>
        <translation>依据哪些资料</translation>
    </message>
    <message>
        <source>Name the papers; a rule relies on them.</source>
        <translation>请写明资料，有规则以此为据。</translation>
    </message>
</context>
<context>
    <name>DeedDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>It is being done.</source>
        <translation>正在办理。</translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message>
        <source>A paper on file</source>
        <translation>在案资料</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>收到日期</translation>
    </message>
    <message>
        <source>Number on the paper</source>
        <translation>资料编号</translation>
    </message>
    <message>
        <source>For example the contract&apos;s number; never an identity number.</source>
        <translation>例如合同号；不要写证件号。</translation>
    </message>
    <message>
        <source>Where it lies, remarks</source>
        <translation>存放位置、备注</translation>
    </message>
    <message>
        <source>Write the number, or how the paper is called.</source>
        <translation>请写编号或资料名称。</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>To the cases</source>
        <translation>去看案件</translation>
    </message>
    <message>
        <source>Rows held back</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>Export them as XLSX</source>
        <translation>导出为 XLSX</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>再导入一个文件</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) read, none lost</source>
        <translation>
            <numerusform>共读 %n 行，一行不少</numerusform>
        </translation>
    </message>
    <message>
        <source>new {n}</source>
        <translation>新增 {n}</translation>
    </message>
    <message>
        <source>updated {n}</source>
        <translation>更新 {n}</translation>
    </message>
    <message>
        <source>unchanged {n}</source>
        <translation>未变 {n}</translation>
    </message>
    <message>
        <source>repeated {n}</source>
        <translation>重复 {n}</translation>
    </message>
    <message>
        <source>held back {n}</source>
        <translation>暂存 {n}</translation>
    </message>
    <message>
        <source>Rows held back wait under Cases › Held back, with their original cells.</source>
        <translation>暂存的行连同原内容留在“案件 › 暂存”。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Write to</source>
        <translation>写到</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>已写入：{name}</translation>
    </message>
</context>
<context>
    <name>HardshipDialog</name>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Hardship, as told</source>
        <translation>生活困难（本人所述）</translation>
    </message>
    <message>
        <source>What the borrower told: job, illness, family</source>
        <translation>本人所述：工作、疾病、家庭</translation>
    </message>
    <message>
        <source>As told, without judgement. An empty text takes it away.</source>
        <translation>照原话写，不加评判；留空即删除。</translation>
    </message>
</context>
<context>
    <name>HeldPage</name>
    <message>
        <source>Rows held back</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待改</translation>
    </message>
    <message>
        <source>Mended</source>
        <translation>已改好</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>Import mended rows</source>
        <translation>导入改好的行</translation>
    </message>
    <message>
        <source>Export as XLSX</source>
        <translation>导出 XLSX</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Case no.</source>
        <translation>案件号</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Export, mend the file, import it again: rows that come right leave this list by themselves.</source>
        <translation>导出、改好、再导入：改对的行会自动离开这里。</translation>
    </message>
    <message>
        <source>Rows held back are for supervisors and clerks</source>
        <translation>暂存由主管和内勤处理</translation>
    </message>
    <message>
        <source>Ask one of them if a row of a file is missing.</source>
        <translation>若文件中有行缺失，请询问他们。</translation>
    </message>
    <message>
        <source>Reading rows held back…</source>
        <translation>正在读取暂存…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) waiting to be mended</source>
        <translation>
            <numerusform>%n 行待改</numerusform>
        </translation>
    </message>
    <message>
        <source>No row is held back</source>
        <translation>没有暂存的行</translation>
    </message>
    <message>
        <source>Rows of an account file that cannot be taken in wait here until they are mended.</source>
        <translation>账户文件中读不进来的行在这里等着改好。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) chosen</source>
        <translation>
            <numerusform>已选 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a row to see its cells</source>
        <translation>选择一行查看原内容</translation>
    </message>
    <message>
        <source>{file}, row {row}</source>
        <translation>{file}，第 {row} 行</translation>
    </message>
    <message>
        <source>No row waits here.</source>
        <translation>这里没有待改的行。</translation>
    </message>
    <message>
        <source>Choose rows that wait.</source>
        <translation>请选择待改的行。</translation>
    </message>
    <message>
        <source>rows held back</source>
        <translation>暂存</translation>
    </message>
    <message numerus="yes">
        <source>Set %n row(s) aside for good?</source>
        <translation>
            <numerusform>永久搁置 %n 行？</numerusform>
        </translation>
    </message>
    <message>
        <source>They are not waited for any more. Their cells stay on file.</source>
        <translation>不再等待，原内容仍留存。</translation>
    </message>
</context>
<context>
    <name>HoldDialog</name>
    <message numerus="yes">
        <source>Hold visits to %n case(s)</source>
        <translation>
            <numerusform>暂停 %n 个案件的外访</numerusform>
        </translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>To be looked at by</source>
        <translation>复查期限</translation>
    </message>
    <message>
        <source>Who sees to it</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Name who must see to it.</source>
        <translation>请写明责任人。</translation>
    </message>
    <message>
        <source>Say why no visit may take place.</source>
        <translation>请说明为什么不能外访。</translation>
    </message>
</context>
<context>
    <name>ImportNotes</name>
    <message>
        <source>No telephone number</source>
        <translation>没有电话</translation>
    </message>
    <message>
        <source>No address</source>
        <translation>没有地址</translation>
    </message>
    <message>
        <source>Same identity number as row {row}, under another case</source>
        <translation>与第 {row} 行证件号相同，案件不同</translation>
    </message>
    <message>
        <source>Old identity number with 15 digits</source>
        <translation>15 位旧证件号</translation>
    </message>
    <message>
        <source>Repeats another row of this file</source>
        <translation>与本文件另一行重复</translation>
    </message>
    <message>
        <source>Full-width characters, read as {value}</source>
        <translation>含全角字符，已读作 {value}</translation>
    </message>
    <message>
        <source>Unit in the cell, read as {value}</source>
        <translation>含单位，已读作 {value}</translation>
    </message>
    <message>
        <source>Number of a day, read as {value}</source>
        <translation>日期序号，已读作 {value}</translation>
    </message>
    <message>
        <source>Date in another order, read as {value}</source>
        <translation>日期顺序不同，已读作 {value}</translation>
    </message>
    <message>
        <source> (and {n} more)</source>
        <translation>（另有 {n} 处）</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Import an account file</source>
        <translation>导入账户文件</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>With questions</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已自动更正</translation>
    </message>
    <message>
        <source>F7 next row with a question</source>
        <translation>F7 下一个问题</translation>
    </message>
    <message>
        <source>Export the questions</source>
        <translation>导出问题清单</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选文件</translation>
    </message>
    <message>
        <source>Match columns</source>
        <translation>对应列</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Choose the lender&apos;s account file</source>
        <translation>选择委托方的账户文件</translation>
    </message>
    <message>
        <source>Account files (*.csv *.txt *.xlsx *.xls *.ods)</source>
        <translation>账户文件 (*.csv *.txt *.xlsx *.xls *.ods)</translation>
    </message>
    <message>
        <source>Nothing is changed before the last step.</source>
        <translation>最后一步之前什么都不会改动。</translation>
    </message>
    <message>
        <source>sheet {name}</source>
        <translation>工作表 {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>to import {n}</source>
        <translation>将导入 {n} 行</translation>
    </message>
    <message>
        <source>held back {n}</source>
        <translation>暂存 {n}</translation>
    </message>
    <message>
        <source>unchanged {n}</source>
        <translation>未变 {n}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation>
            <numerusform>导入 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>请先选择文件。</translation>
    </message>
    <message>
        <source>Only supervisors and clerks import account files.</source>
        <translation>账户文件由主管和内勤导入。</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>There are no rows with errors.</source>
        <translation>没有错误的行。</translation>
    </message>
    <message>
        <source>questions of {name}</source>
        <translation>{name} 问题清单</translation>
    </message>
    <message>
        <source>rows held back</source>
        <translation>暂存</translation>
    </message>
</context>
<context>
    <name>ImportReading</name>
    <message>
        <source>Reading {name}…</source>
        <translation>正在读取 {name}…</translation>
    </message>
</context>
<context>
    <name>LinesDialog</name>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>One on each line. A change takes the tick away.</source>
        <translation>一行一条；改动后要重新勾选。</translation>
    </message>
</context>
<context>
    <name>NoticeDialog</name>
    <message>
        <source>The borrower was told</source>
        <translation>已告知借款人</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>告知内容</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发出时间</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>The purpose was named</source>
        <translation>已说明目的</translation>
    </message>
    <message>
        <source>Who comes was named</source>
        <translation>已说明来人</translation>
    </message>
    <message>
        <source>The right to refuse was named</source>
        <translation>已说明可以拒绝</translation>
    </message>
</context>
<context>
    <name>ObjectionDialog</name>
    <message>
        <source>Record an objection</source>
        <translation>登记异议</translation>
    </message>
    <message>
        <source>What is said to be wrong</source>
        <translation>异议内容</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到时间</translation>
    </message>
    <message>
        <source>The borrower&apos;s own words</source>
        <translation>借款人原话</translation>
    </message>
    <message>
        <source>Word for word; they are never edited.</source>
        <translation>逐字记录，永不修改。</translation>
    </message>
    <message>
        <source>Who answers it</source>
        <translation>由谁答复</translation>
    </message>
    <message>
        <source>Write down what the borrower said.</source>
        <translation>请写下借款人的原话。</translation>
    </message>
    <message>
        <source>Name who answers.</source>
        <translation>请写明答复人。</translation>
    </message>
</context>
<context>
    <name>PreparationPanel</name>
    <message>
        <source>Approve…</source>
        <translation>批准…</translation>
    </message>
    <message>
        <source>Do not approve…</source>
        <translation>不批准…</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>行前准备</translation>
    </message>
    <message>
        <source>No visit is asked for. The checklist begins with the request.</source>
        <translation>还没有外访申请。申请之后开始准备。</translation>
    </message>
    <message>
        <source>All ready: the team may leave.</source>
        <translation>准备齐全，小组可以出发。</translation>
    </message>
    <message>
        <source>The team cannot leave before all {n} are ticked.</source>
        <translation>{n} 项全部勾选之前，小组不能出发。</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>外访目标</translation>
    </message>
    <message>
        <source>Talking points</source>
        <translation>沟通要点</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>Supervisors and clerks prepare visits.</source>
        <translation>由主管和内勤准备外访。</translation>
    </message>
    <message>
        <source>The team has left; the checklist is closed.</source>
        <translation>小组已出发，清单已关闭。</translation>
    </message>
    <message>
        <source>There is nothing yet to vouch for.</source>
        <translation>还没有可确认的内容。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit: {what}</source>
        <translation>编辑{what}</translation>
    </message>
    <message>
        <source>Nothing written yet</source>
        <translation>还没有写</translation>
    </message>
    <message>
        <source>Visit {id}</source>
        <translation>外访 {id}</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>时间窗</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Planned stay</source>
        <translation>停留时间</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Safety level</source>
        <translation>安全等级</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Not approved by</source>
        <translation>未批准</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Cancel visit…</source>
        <translation>取消外访…</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Say why; it stays with the deed.</source>
        <translation>请说明理由，会留在记录里。</translation>
    </message>
</context>
<context>
    <name>RefusalDialog</name>
    <message>
        <source>The borrower refuses visits</source>
        <translation>本人已拒绝上门</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>In his own words</source>
        <translation>本人原话</translation>
    </message>
    <message>
        <source>Write down what was said.</source>
        <translation>请写下原话。</translation>
    </message>
</context>
<context>
    <name>ReleaseDialog</name>
    <message>
        <source>Clear the hold?</source>
        <translation>解除暂停？</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Second person: user</source>
        <translation>第二人：用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Say why visits may go on.</source>
        <translation>请说明为什么可以恢复外访。</translation>
    </message>
    <message>
        <source>A hold is cleared by two people.</source>
        <translation>解除暂停需两人。</translation>
    </message>
    <message>
        <source>The second person signs in here.</source>
        <translation>请第二人在此登录。</translation>
    </message>
</context>
<context>
    <name>RequestDialog</name>
    <message>
        <source>Ask for the visit</source>
        <translation>提出申请</translation>
    </message>
    <message>
        <source>Ask for a visit</source>
        <translation>申请外访</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>What it is for, in plain words</source>
        <translation>外访目的</translation>
    </message>
    <message>
        <source>For example: check the address, hear about hardship, explain the repayment plans.</source>
        <translation>例如：核对地址、听取困难、说明还款方案。</translation>
    </message>
    <message>
        <source>Why a visit, and why now</source>
        <translation>为什么外访，为什么是现在</translation>
    </message>
    <message>
        <source>This case has no address that may be visited. Add or confirm one first.</source>
        <translation>没有可以前往的地址，请先添加或确认一个。</translation>
    </message>
    <message>
        <source>Say what the visit is for.</source>
        <translation>请说明外访目的。</translation>
    </message>
    <message>
        <source>Say why; the supervisor decides on this.</source>
        <translation>请说明理由，主管据此决定。</translation>
    </message>
</context>
<context>
    <name>RowPanel</name>
    <message>
        <source>Original text (never changed)</source>
        <translation>原始内容（不会改动）</translation>
    </message>
    <message>
        <source>Next row with this fault</source>
        <translation>下一个同类问题</translation>
    </message>
    <message>
        <source>Rows with errors are not lost: they are held back with their cells and can be mended under Cases › Held back.</source>
        <translation>错误行不会丢：连同原内容暂存，可在“案件 › 暂存”里继续改。</translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) with the same fault.</source>
        <translation>
            <numerusform>另有 %n 行同类问题。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a row to see its original text</source>
        <translation>选择一行查看原始内容</translation>
    </message>
    <message>
        <source>Row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>Nothing to ask about this row.</source>
        <translation>这一行没有问题。</translation>
    </message>
</context>
<context>
    <name>SaveViewDialog</name>
    <message>
        <source>Save this selection</source>
        <translation>保存当前筛选</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>请起个名字。</translation>
    </message>
</context>
<context>
    <name>Selections</name>
    <message>
        <source>Selections</source>
        <translation>常用筛选</translation>
    </message>
    <message>
        <source>Save this selection…</source>
        <translation>保存当前筛选…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>StopsCard</name>
    <message>
        <source>What stops or allows visits</source>
        <translation>暂停与同意</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>异议</translation>
    </message>
    <message>
        <source>Refusal</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>告知</translation>
    </message>
    <message>
        <source>Your role does not record this.</source>
        <translation>你的角色不能登记。</translation>
    </message>
    <message>
        <source>No hold, no objection, no refusal; no consent either.</source>
        <translation>没有暂停、异议和拒绝，也没有同意。</translation>
    </message>
    <message>
        <source>since {when} by {who}</source>
        <translation>{when} 起，{who}</translation>
    </message>
    <message>
        <source>{who} looks at it by {day}</source>
        <translation>{who} 于 {day} 前复查</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>暂停外访</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>解除…</translation>
    </message>
    <message>
        <source>received {when}</source>
        <translation>收到 {when}</translation>
    </message>
    <message>
        <source>answer due {day}</source>
        <translation>答复期限 {day}</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>答复…</translation>
    </message>
    <message>
        <source>said {when}</source>
        <translation>{when} 表示</translation>
    </message>
    <message>
        <source>Taken back…</source>
        <translation>已撤回…</translation>
    </message>
    <message>
        <source>The borrower refuses visits</source>
        <translation>本人已拒绝上门</translation>
    </message>
    <message>
        <source>for {days}</source>
        <translation>适用 {days}</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回同意</translation>
    </message>
    <message>
        <source>Your role does not decide this.</source>
        <translation>你的角色不能决定。</translation>
    </message>
</context>
<context>
    <name>TermsDialog</name>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>When, how long, with whom</source>
        <translation>时间、时长、人员</translation>
    </message>
</context>
<context>
    <name>TermsFields</name>
    <message>
        <source>Planned stay</source>
        <translation>停留时间</translation>
    </message>
    <message>
        <source>minutes (5 to 240)</source>
        <translation>分钟（5 到 240）</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>1 to 100</source>
        <translation>1 到 100</translation>
    </message>
    <message>
        <source>Needs of the team</source>
        <translation>对小组的要求</translation>
    </message>
    <message>
        <source>High safety level: extra care at this address</source>
        <translation>安全等级高：此地址多加小心</translation>
    </message>
    <message>
        <source>Only on this day, between</source>
        <translation>只在这天</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>The window must end after it begins.</source>
        <translation>结束须晚于开始。</translation>
    </message>
</context>
<context>
    <name>TimeSlider</name>
    <message>
        <source>Next time allowed</source>
        <translation>下一个可外访时间</translation>
    </message>
    <message>
        <source>Back to the planned time</source>
        <translation>回到原定时间</translation>
    </message>
    <message>
        <source>Time of arrival</source>
        <translation>到达时间</translation>
    </message>
    <message>
        <source>No time in the next seven days is allowed; see what stands against it below.</source>
        <translation>七天内没有可外访的时间，原因见下。</translation>
    </message>
    <message>
        <source>Turns allowed: {when}</source>
        <translation>最早可外访：{when}</translation>
    </message>
</context>
<context>
    <name>TrailCard</name>
    <message>
        <source>Contact trail</source>
        <translation>联系记录</translation>
    </message>
    <message>
        <source>Nothing has been tried yet.</source>
        <translation>还没有联系过。</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>显示全部 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>{channel} {n}</source>
        <translation>{channel} {n} 次</translation>
    </message>
    <message>
        <source>reached {n}</source>
        <translation>联系到 {n} 次</translation>
    </message>
    <message>
        <source>last {day}</source>
        <translation>最近 {day}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>异议</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>告知</translation>
    </message>
    <message>
        <source>Visit request</source>
        <translation>外访申请</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Policy of the product is never called law.</source>
        <translation>产品规定不称作法律。</translation>
    </message>
    <message>
        <source>May be visited</source>
        <translation>可外访</translation>
    </message>
    <message>
        <source>May be visited with a reason</source>
        <translation>说明理由后可外访</translation>
    </message>
    <message>
        <source>Not to be visited</source>
        <translation>不可外访</translation>
    </message>
    <message numerus="yes">
        <source>%n forbid(s)</source>
        <translation>
            <numerusform>%n 项禁止</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ask(s) for a reason</source>
        <translation>
            <numerusform>%n 项需理由</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n met</source>
        <translation>
            <numerusform>%n 项通过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not judged</source>
        <translation>
            <numerusform>%n 项未判</numerusform>
        </translation>
    </message>
    <message>
        <source>arrival {when}</source>
        <translation>{when} 到达</translation>
    </message>
    <message>
        <source>no visit is asked for yet</source>
        <translation>尚未申请外访</translation>
    </message>
    <message>
        <source>rules {version}</source>
        <translation>规则包 {version}</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>收起</translation>
    </message>
    <message numerus="yes">
        <source>All %n rule(s)</source>
        <translation>
            <numerusform>查看全部 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Rule {id}, source {source}</source>
        <translation>规则 {id}，来源 {source}</translation>
    </message>
    <message>
        <source>Other time</source>
        <translation>换个时间</translation>
    </message>
    <message>
        <source>See what stops</source>
        <translation>查看原因</translation>
    </message>
    <message>
        <source>Record notice</source>
        <translation>登记预告</translation>
    </message>
    <message>
        <source>State of the claim</source>
        <translation>债权状态</translation>
    </message>
</context>
<context>
    <name>VisitNeeds</name>
    <message>
        <source>a woman in the team</source>
        <translation>需女性外访员</translation>
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
        <source>a driver</source>
        <translation>会驾驶</translation>
    </message>
</context>
</TS>
