<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AssessmentPage</name>
    <message>
        <source>Previous</source>
        <translation>上一题</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一题</translation>
    </message>
    <message>
        <source>Reading the assessment…</source>
        <translation>正在读取考核…</translation>
    </message>
    <message>
        <source>Hand in the paper?</source>
        <translation>现在交卷吗？</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) have no answer and will count as wrong.</source>
        <translation>
            <numerusform>还有 %n 题没有作答，将按答错计。</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>交卷</translation>
    </message>
    <message>
        <source>Marking the paper…</source>
        <translation>正在评卷…</translation>
    </message>
    <message>
        <source>Assessment: {title}</source>
        <translation>考核：{title}</translation>
    </message>
    <message>
        <source>Learner: {name}.</source>
        <translation>学员：{name}。</translation>
    </message>
    <message>
        <source>No learner is chosen.</source>
        <translation>还没有选学员。</translation>
    </message>
    <message>
        <source>Question {number} of {total}</source>
        <translation>第 {number} 题，共 {total} 题</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Not right</source>
        <translation>不正确</translation>
    </message>
    <message>
        <source>Flagged: look again</source>
        <translation>已标记，回头再看</translation>
    </message>
    <message>
        <source>Flag to look again</source>
        <translation>标记，回头再看</translation>
    </message>
    <message>
        <source>Not right, critical</source>
        <translation>不正确，关键题</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已作答</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未作答</translation>
    </message>
    <message>
        <source>{word}, flagged</source>
        <translation>{word}，已标记</translation>
    </message>
    <message>
        <source>Back to training</source>
        <translation>返回培训</translation>
    </message>
    <message>
        <source>Go on with the paper</source>
        <translation>继续答题</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始考核</translation>
    </message>
    <message>
        <source>Choose the learner first.</source>
        <translation>请先选择学员。</translation>
    </message>
    <message>
        <source>The paper is not open.</source>
        <translation>还没有开始考核。</translation>
    </message>
    <message>
        <source>There is no question further on.</source>
        <translation>那边没有题目了。</translation>
    </message>
</context>
<context>
    <name>CertificateCard</name>
    <message>
        <source>The certificate as it will be printed</source>
        <translation>合格证打印效果</translation>
    </message>
    <message>
        <source>Look at the paper</source>
        <translation>看打印效果</translation>
    </message>
    <message>
        <source>Save as PDF  Ctrl+P</source>
        <translation>保存为 PDF  Ctrl+P</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>No certificate chosen</source>
        <translation>没有选中合格证</translation>
    </message>
    <message>
        <source>Choose a certificate first.</source>
        <translation>请先选择一张合格证。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>发证人</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>It is revoked already.</source>
        <translation>已经撤销。</translation>
    </message>
</context>
<context>
    <name>CertificatesPage</name>
    <message>
        <source>Certificates</source>
        <translation>合格证</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Issue a certificate</source>
        <translation>发合格证</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>保存为 PDF</translation>
    </message>
    <message>
        <source>Reading certificates…</source>
        <translation>正在读取合格证…</translation>
    </message>
    <message>
        <source>Back to training</source>
        <translation>返回培训</translation>
    </message>
    <message>
        <source>No certificates yet</source>
        <translation>还没有合格证</translation>
    </message>
    <message>
        <source>Who has read the lesson, passed the assessment and every drill can be certified.</source>
        <translation>读完课程、通过考核和全部演练的外访员，可以发合格证。</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%n 张合格证</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n can be issued now</source>
        <translation>
            <numerusform>，现在可以发 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>, nobody is waiting for one</source>
        <translation>，没有人在等发证</translation>
    </message>
    <message>
        <source>Nobody revokes his own certificate; ask another trainer or supervisor.</source>
        <translation>不能撤销自己的合格证，请另一位讲师或主管办理。</translation>
    </message>
    <message>
        <source>Drawing the paper…</source>
        <translation>正在绘制…</translation>
    </message>
    <message>
        <source>Revoke certificate {number}</source>
        <translation>撤销合格证 {number}</translation>
    </message>
    <message>
        <source>{name} may not go out from now on, and drops out of every plan ahead. It cannot be taken back.</source>
        <translation>{name}从现在起不能外访，并退出之后的所有计划。撤销不能恢复。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Revoke the certificate</source>
        <translation>撤销合格证</translation>
    </message>
    <message>
        <source>Nobody certifies himself; ask another trainer or supervisor.</source>
        <translation>不能给自己发合格证，请另一位讲师或主管办理。</translation>
    </message>
    <message>
        <source>Nobody has done lesson, assessment and every drill since the last certificate.</source>
        <translation>上次发证以后，还没有人完成课程、考核和全部演练。</translation>
    </message>
    <message>
        <source>Choose a certificate first.</source>
        <translation>请先选择一张合格证。</translation>
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
    <name>DrillPage</name>
    <message>
        <source>Step back</source>
        <translation>退回一步</translation>
    </message>
    <message>
        <source>Drill: {title}</source>
        <translation>演练：{title}</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>您在这里</translation>
    </message>
    <message>
        <source>Practice, not kept.</source>
        <translation>练习，不记入档案。</translation>
    </message>
    <message>
        <source>Learner: {name}.</source>
        <translation>学员：{name}。</translation>
    </message>
    <message>
        <source>Kept in the training file of {name}.</source>
        <translation>已记入{name}的培训档案。</translation>
    </message>
    <message>
        <source>Practice, not kept: no learner was chosen.</source>
        <translation>练习，不记入档案：没有选学员。</translation>
    </message>
    <message>
        <source>Practice, not kept: a choice was taken back. Start from the beginning for a run that counts.</source>
        <translation>练习，不记入档案：中途退回过。要计入档案，请从头再来。</translation>
    </message>
    <message>
        <source>Being kept…</source>
        <translation>正在记入档案…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Back to training</source>
        <translation>返回培训</translation>
    </message>
    <message>
        <source>Try that choice again</source>
        <translation>重做这一步</translation>
    </message>
    <message>
        <source>Answer first, with a digit or a click.</source>
        <translation>请先作答：按数字键或点选。</translation>
    </message>
    <message>
        <source>This is the beginning.</source>
        <translation>已经在开头。</translation>
    </message>
</context>
<context>
    <name>DueCard</name>
    <message>
        <source>Due</source>
        <translation>待办名单</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>May not go out</source>
        <translation>不能外访</translation>
    </message>
    <message>
        <source>Ends soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>Nobody is due: all certificates count for another month or longer.</source>
        <translation>没有人待办：所有合格证都还有一个月以上。</translation>
    </message>
    <message>
        <source>Nobody here.</source>
        <translation>这一类没有人。</translation>
    </message>
</context>
<context>
    <name>DueView</name>
    <message>
        <source>Due list</source>
        <translation>待办名单</translation>
    </message>
</context>
<context>
    <name>EndPanel</name>
    <message>
        <source>To think back</source>
        <translation>回头想想</translation>
    </message>
    <message>
        <source>From the beginning</source>
        <translation>从头再来</translation>
    </message>
    <message>
        <source>Back to training</source>
        <translation>返回培训</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>{points} points, {result}; {least} are needed.</source>
        <translation>{points} 分，{result}，{least} 分及格。</translation>
    </message>
    <message numerus="yes">
        <source> %n choice(s) could be better.</source>
        <translation>
            <numerusform>有 %n 处可以做得更好。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IntroPanel</name>
    <message>
        <source>The paper lies open; go on where you stopped.</source>
        <translation>卷子已经打开，可以接着答</translation>
    </message>
    <message>
        <source>Before you begin</source>
        <translation>开始之前</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s), one a page. Passed with {percent}% right.</source>
        <translation>
            <numerusform>共 %n 题，每页一题，答对 {percent}% 及格。</numerusform>
        </translation>
    </message>
    <message>
        <source>Critical questions must all be right; which ones they are is told afterwards.</source>
        <translation>关键题必须全部答对，哪些是关键题交卷后才告诉您。</translation>
    </message>
    <message>
        <source>Questions can be flagged and changed until the paper is handed in. There is no time limit.</source>
        <translation>交卷之前可以标记、可以改答案，不限时间。</translation>
    </message>
    <message>
        <source>Not passed: again after 24 hours with another paper; what was missed comes back for review.</source>
        <translation>没有通过，24 小时后换一份卷子重考；答错的题会回来复习。</translation>
    </message>
    <message numerus="yes">
        <source>Not passed %n time(s) in a row: somebody goes through the subject first.</source>
        <translation>
            <numerusform>连续 %n 次没有通过，先由讲师辅导并登记。</numerusform>
        </translation>
    </message>
    <message>
        <source>The lesson must be read to its end first.</source>
        <translation>请先读完课程，再参加考核。</translation>
    </message>
    <message numerus="yes">
        <source>Not passed %n time(s) in a row: a trainer notes the coaching on the training page first.</source>
        <translation>
            <numerusform>已连续 %n 次没有通过，请讲师先辅导，并在培训页登记。</numerusform>
        </translation>
    </message>
    <message>
        <source>The next assessment is open from {when}.</source>
        <translation>{when} 以后可以重考。</translation>
    </message>
</context>
<context>
    <name>IssueDialog</name>
    <message>
        <source>Issue the certificate</source>
        <translation>发合格证</translation>
    </message>
    <message>
        <source>Only those are listed who have read the lesson, passed the assessment and every drill.</source>
        <translation>这里只列出读完课程、通过考核和全部演练的人。</translation>
    </message>
    <message>
        <source>Issue a certificate</source>
        <translation>发合格证</translation>
    </message>
    <message>
        <source>For</source>
        <translation>发给</translation>
    </message>
</context>
<context>
    <name>LearnerBox</name>
    <message>
        <source>Learner</source>
        <translation>学员</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>未选学员</translation>
    </message>
</context>
<context>
    <name>NextDeed</name>
    <message>
        <source>Start the lesson</source>
        <translation>开始学习</translation>
    </message>
    <message>
        <source>Go over again</source>
        <translation>复习错题</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>全部完成</translation>
    </message>
    <message>
        <source>Read to the end</source>
        <translation>读完本课</translation>
    </message>
    <message>
        <source>Note the coaching</source>
        <translation>登记辅导</translation>
    </message>
    <message>
        <source>To the quiz</source>
        <translation>去测验</translation>
    </message>
    <message>
        <source>To the drill</source>
        <translation>去演练</translation>
    </message>
    <message>
        <source>To the assessment</source>
        <translation>去考核</translation>
    </message>
    <message>
        <source>Issue the certificate</source>
        <translation>发合格证</translation>
    </message>
    <message>
        <source>Choose the learner first.</source>
        <translation>请先选择学员。</translation>
    </message>
    <message>
        <source>Read the lesson to its end first.</source>
        <translation>请先把课程读到末尾。</translation>
    </message>
    <message>
        <source>The next assessment is open from {when}.</source>
        <translation>{when} 以后可以重考。</translation>
    </message>
    <message>
        <source>Everything is done.</source>
        <translation>全部完成。</translation>
    </message>
    <message>
        <source>Everything is done; the certificate is {state} until {day}.</source>
        <translation>全部完成，合格证{state}，至 {day}。</translation>
    </message>
    <message>
        <source>Nobody certifies or coaches himself; ask another trainer or supervisor.</source>
        <translation>不能给自己发合格证或登记辅导，请另一位讲师或主管办理。</translation>
    </message>
</context>
<context>
    <name>PathPanel</name>
    <message>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) back today</source>
        <translation>
            <numerusform>今天有 %n 题要复习</numerusform>
        </translation>
    </message>
    <message>
        <source>Go over again</source>
        <translation>复习错题</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>共 %n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {all} steps</source>
        <translation>{all} 步完成 {done} 步</translation>
    </message>
    <message>
        <source>{state}, until {day}</source>
        <translation>{state}，至 {day}</translation>
    </message>
    <message>
        <source>next: {note}</source>
        <translation>下一步：{note}</translation>
    </message>
</context>
<context>
    <name>QuestionList</name>
    <message>
        <source>Questions</source>
        <translation>题目</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Critical: must be right to pass</source>
        <translation>关键题，必须答对</translation>
    </message>
    <message>
        <source>Several answers are right</source>
        <translation>多选</translation>
    </message>
    <message>
        <source>Answer with its digit or a click.</source>
        <translation>按数字键或点选作答。</translation>
    </message>
    <message>
        <source>Mark all that are right, then press Enter.</source>
        <translation>选出全部正确的，再按 Enter。</translation>
    </message>
    <message>
        <source>Right, chosen</source>
        <translation>正确，您选了这一项</translation>
    </message>
    <message>
        <source>This was right</source>
        <translation>这一项才正确</translation>
    </message>
    <message>
        <source>Chosen, not right</source>
        <translation>您选了这一项，不正确</translation>
    </message>
</context>
<context>
    <name>QuizPage</name>
    <message>
        <source>I was not sure</source>
        <translation>我没有把握</translation>
    </message>
    <message>
        <source>Reading the questions…</source>
        <translation>正在读取题目…</translation>
    </message>
    <message>
        <source>Back to training</source>
        <translation>返回培训</translation>
    </message>
    <message>
        <source>Nothing is back today</source>
        <translation>今天没有要复习的题</translation>
    </message>
    <message>
        <source>Questions that were missed come back after a while, so that they stay.</source>
        <translation>答错的题过一阵会再出现，这样才记得住。</translation>
    </message>
    <message>
        <source>Go over again</source>
        <translation>复习错题</translation>
    </message>
    <message>
        <source>Quiz: {title}</source>
        <translation>测验：{title}</translation>
    </message>
    <message>
        <source>Practice, not kept: no learner was chosen.</source>
        <translation>练习，不记入档案：没有选学员。</translation>
    </message>
    <message>
        <source>Learner: {name}.</source>
        <translation>学员：{name}。</translation>
    </message>
    <message>
        <source>All answered: {right} of {total} right.</source>
        <translation>全部答完，{total} 题答对 {right} 题。</translation>
    </message>
    <message>
        <source>Question {number} of {total}</source>
        <translation>第 {number} 题，共 {total} 题</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Not right</source>
        <translation>不正确</translation>
    </message>
    <message>
        <source>{word}; it comes back {when}</source>
        <translation>{word}，{when} 再来一次</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未作答</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>作答</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>下一题</translation>
    </message>
    <message>
        <source>Answer first, with a digit or a click.</source>
        <translation>请先作答：按数字键或点选。</translation>
    </message>
</context>
<context>
    <name>ReaderCard</name>
    <message>
        <source>What is read</source>
        <translation>阅读内容</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Read so far</source>
        <translation>阅读进度</translation>
    </message>
    <message>
        <source>One page</source>
        <translation>要点单</translation>
    </message>
    <message>
        <source>For trainers</source>
        <translation>讲师用</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>依据</translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>没有通过</translation>
    </message>
    <message>
        <source>{right} of {total} right, {percent}% are needed.</source>
        <translation>{total} 题答对 {right} 题，{percent}% 及格。</translation>
    </message>
    <message numerus="yes">
        <source>%n critical question(s) missed.</source>
        <translation>
            <numerusform>答错 %n 道关键题。</numerusform>
        </translation>
    </message>
    <message>
        <source>All critical questions right.</source>
        <translation>关键题全部答对。</translation>
    </message>
    <message>
        <source>Look through the answers at the left; the certificate is issued on the training page.</source>
        <translation>可以在左边逐题回看；合格证在培训页发放。</translation>
    </message>
    <message>
        <source>What was missed comes back for review.</source>
        <translation>答错的题会回来复习。</translation>
    </message>
    <message numerus="yes">
        <source>Not passed %n time(s) in a row: somebody goes through the subject first.</source>
        <translation>
            <numerusform>连续 %n 次没有通过，先由讲师辅导并登记。</numerusform>
        </translation>
    </message>
    <message>
        <source>The next assessment is open from {when}.</source>
        <translation>{when} 以后可以重考。</translation>
    </message>
</context>
<context>
    <name>ScenePanel</name>
    <message>
        <source>What do you do? Answer with its digit or a click.</source>
        <translation>您怎么做？按数字键或点选。</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Save as</source>
        <translation>保存到</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Making the paper…</source>
        <translation>正在制作文件…</translation>
    </message>
    <message>
        <source>To be confirmed by your lawyer</source>
        <translation>须由贵司律师确认</translation>
    </message>
    <message>
        <source>last day today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>Well chosen</source>
        <translation>选得好</translation>
    </message>
    <message>
        <source>Could be better</source>
        <translation>可以更好</translation>
    </message>
    <message>
        <source>Not this way</source>
        <translation>不能这样</translation>
    </message>
    <message>
        <source>A good end</source>
        <translation>平稳结束</translation>
    </message>
    <message>
        <source>The drill stops here</source>
        <translation>演练到此为止</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>测验</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>考核</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>合格证</translation>
    </message>
    <message>
        <source>Drill: {title}</source>
        <translation>演练：{title}</translation>
    </message>
    <message>
        <source>read to the end</source>
        <translation>已读完</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>正在读</translation>
    </message>
    <message>
        <source>{right} of {total} right</source>
        <translation>{total} 题答对 {right} 题</translation>
    </message>
    <message>
        <source>not practised yet</source>
        <translation>还没有练</translation>
    </message>
    <message>
        <source>passed, {points} points</source>
        <translation>通过，{points} 分</translation>
    </message>
    <message>
        <source>not passed yet, {points} points</source>
        <translation>还没有通过，{points} 分</translation>
    </message>
    <message>
        <source>passed, {right} of {total} right</source>
        <translation>通过，{total} 题答对 {right} 题</translation>
    </message>
    <message>
        <source>the paper lies open</source>
        <translation>卷子已打开，还没有交</translation>
    </message>
    <message>
        <source>again from {when}</source>
        <translation>{when} 以后可以重考</translation>
    </message>
    <message>
        <source>{total} questions, {percent}% to pass</source>
        <translation>{total} 题，{percent}% 及格</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>有效</translation>
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
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>持证人</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>发证日</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>Training</source>
        <translation>培训</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>Save the due list</source>
        <translation>保存待办名单</translation>
    </message>
    <message>
        <source>Save the handbook</source>
        <translation>保存培训手册</translation>
    </message>
    <message>
        <source>Reading training…</source>
        <translation>正在读取培训…</translation>
    </message>
    <message>
        <source>To the people</source>
        <translation>去人员页</translation>
    </message>
    <message>
        <source>Only read the lessons</source>
        <translation>只看课程</translation>
    </message>
    <message>
        <source>Nobody to train yet</source>
        <translation>还没有外访员</translation>
    </message>
    <message>
        <source>Lessons, drills and assessments are kept for collectors. Add the first one under People.</source>
        <translation>课程、演练和考核都记在外访员名下。请先在“人员”里添加第一位。</translation>
    </message>
    <message>
        <source>This module should have been reviewed by lawyer and safety officer by {day}.</source>
        <translation>本模块应在 {day} 前由律师和安全负责人复核，现已到期。</translation>
    </message>
    <message>
        <source>Everything can be read here; nothing is kept.</source>
        <translation>这里都可以看，但不会记录。</translation>
    </message>
    <message numerus="yes">
        <source>%n collector(s)</source>
        <translation>
            <numerusform>%n 名外访员</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n without a valid certificate</source>
        <translation>
            <numerusform>，%n 人没有有效合格证</numerusform>
        </translation>
    </message>
    <message>
        <source>, all may go out</source>
        <translation>，全部持有效合格证</translation>
    </message>
    <message>
        <source>Note the coaching</source>
        <translation>登记辅导</translation>
    </message>
    <message>
        <source>Noted: {name} has read the lesson.</source>
        <translation>已记录：{name}读完本课。</translation>
    </message>
    <message>
        <source>The certificate of {name} is issued.</source>
        <translation>已给{name}发合格证。</translation>
    </message>
    <message numerus="yes">
        <source>Not passed %n time(s) in a row: somebody goes through the subject first.</source>
        <translation>
            <numerusform>连续 %n 次没有通过，先由讲师辅导并登记。</numerusform>
        </translation>
    </message>
    <message>
        <source>What was gone through</source>
        <translation>辅导了什么</translation>
    </message>
    <message>
        <source>Save the handbook (PDF)</source>
        <translation>保存培训手册（PDF）</translation>
    </message>
    <message>
        <source>Save the trainer&apos;s book (PDF)</source>
        <translation>保存讲师手册（PDF）</translation>
    </message>
    <message>
        <source>Save the due list (CSV)</source>
        <translation>保存待办名单（CSV）</translation>
    </message>
    <message>
        <source>All certificates</source>
        <translation>全部合格证</translation>
    </message>
    <message>
        <source>trainers-book.pdf</source>
        <translation>讲师手册.pdf</translation>
    </message>
    <message>
        <source>handbook.pdf</source>
        <translation>培训手册.pdf</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>due-list.csv</source>
        <translation>培训待办名单.csv</translation>
    </message>
</context>
<context>
    <name>VerdictBox</name>
    <message>
        <source>What it rests on</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Read it in the lesson</source>
        <translation>看课文</translation>
    </message>
</context>
<context>
    <name>WalkPanel</name>
    <message>
        <source>The path</source>
        <translation>走过的路</translation>
    </message>
    <message>
        <source>Each choice is kept here, so that it can be talked about after.</source>
        <translation>每一次选择都留在这里，结束后可以一起回顾。</translation>
    </message>
    <message>
        <source>{word}; try it anew</source>
        <translation>{word}，点此重做</translation>
    </message>
    <message>
        <source>When the drill has ended each choice can be tried anew.</source>
        <translation>演练结束后，每一步都可以重做。</translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>Write it down; it stays with the deed.</source>
        <translation>请写下来，会随这次操作保存。</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>expired %n day(s) ago</source>
        <translation>
            <numerusform>已到期 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>还有 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>约 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s), for practice</source>
        <translation>
            <numerusform>%n 题，练习用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>coaching first: not passed %n time(s)</source>
        <translation>
            <numerusform>先辅导：%n 次没有通过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %n month(s)</source>
        <translation>
            <numerusform>有效 %n 个月</numerusform>
        </translation>
    </message>
</context>
</TS>
