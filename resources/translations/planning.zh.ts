<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ChangesCard</name>
    <message>
        <source>Take all</source>
        <translation>全部采用</translation>
    </message>
    <message>
        <source>Changes  {n}</source>
        <translation>变化  {n}</translation>
    </message>
    <message>
        <source>Take: {name}</source>
        <translation>采用：{name}</translation>
    </message>
    <message>
        <source>Refuse: {name}</source>
        <translation>不采用：{name}</translation>
    </message>
    <message>
        <source>follows</source>
        <translation>随之变化</translation>
    </message>
</context>
<context>
    <name>DayChooser</name>
    <message>
        <source>The day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>Day of the plan</source>
        <translation>计划日期</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>M月d日 ddd</translation>
    </message>
</context>
<context>
    <name>LaneCanvas</name>
    <message>
        <source>Teams and their visits</source>
        <translation>小组与外访</translation>
    </message>
    <message>
        <source>Arrows walk; Ctrl+X picks up, arrows choose a team, Ctrl+V puts down</source>
        <translation>方向键移动；Ctrl+X 拿起，方向键选小组，Ctrl+V 放下</translation>
    </message>
</context>
<context>
    <name>OptimiseCard</name>
    <message>
        <source>Keep the old one  Esc</source>
        <translation>保留原计划  Esc</translation>
    </message>
    <message>
        <source>Better plan ready</source>
        <translation>已有更好方案</translation>
    </message>
    <message>
        <source>Optimising</source>
        <translation>正在优化</translation>
    </message>
    <message>
        <source>Travel {before} → {now} ({share:+}%), unplanned {left} → {rest}, second {n}</source>
        <translation>行程 {before} → {now}（{share:+}%），未排入 {left} → {rest}，第 {n} 秒</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>team</source>
        <translation>换组</translation>
    </message>
    <message>
        <source>out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>time</source>
        <translation>改时</translation>
    </message>
    <message>
        <source>pool</source>
        <translation>待排池</translation>
    </message>
    <message>
        <source>{team}: {rule}</source>
        <translation>{team}：{rule}</translation>
    </message>
    <message>
        <source>{team}: {extra}, there at {time}</source>
        <translation>{team}：{extra}，{time} 到达</translation>
    </message>
    <message>
        <source>{extra}  best</source>
        <translation>{extra}  最佳</translation>
    </message>
    <message>
        <source>{team}, stop {number}, {name}, {street}, {begin}–{end}</source>
        <translation>{team}，第 {number} 站，{name}，{street}，{begin}–{end}</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>less than 5 min to spare</source>
        <translation>余量不足 5 分</translation>
    </message>
    <message>
        <source>{team}, {names}, {visits}, {load}% of the shift</source>
        <translation>{team}，{names}，{visits}，占班次 {load}%</translation>
    </message>
    <message>
        <source>Team {number}</source>
        <translation>{number} 组</translation>
    </message>
    <message>
        <source>Teams {numbers}</source>
        <translation>{numbers} 组</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分</translation>
    </message>
    <message>
        <source>{h} h {n} min</source>
        <translation>{h} 小时 {n} 分</translation>
    </message>
    <message>
        <source>a woman in the team</source>
        <translation>需女性外访员</translation>
    </message>
    <message>
        <source>a man in the team</source>
        <translation>需男性外访员</translation>
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
        <source>apart-list</source>
        <translation>回避名单</translation>
    </message>
    <message>
        <source>lacks {skills}</source>
        <translation>资格不符：{skills}</translation>
    </message>
    <message>
        <source>outside its time window</source>
        <translation>班次与时间窗不合</translation>
    </message>
    <message>
        <source>shift too short</source>
        <translation>班次内回不来</translation>
    </message>
    <message>
        <source>locked to {team}</source>
        <translation>锁定于 {team}</translation>
    </message>
    <message>
        <source>no road there</source>
        <translation>无路可达</translation>
    </message>
    <message>
        <source>route full</source>
        <translation>路线已满</translation>
    </message>
    <message>
        <source>The team lacks what the visit needs: {skills}.</source>
        <translation>资格不符：{skills}。</translation>
    </message>
    <message>
        <source>Its shift does not meet the visit&apos;s time window.</source>
        <translation>班次与外访的时间窗对不上。</translation>
    </message>
    <message>
        <source>It could not be back before its shift ends.</source>
        <translation>班次结束前回不来。</translation>
    </message>
    <message>
        <source>The visit is locked to {team}.</source>
        <translation>外访锁定于 {team}。</translation>
    </message>
    <message>
        <source>There is no road there and back.</source>
        <translation>没有路可以往返。</translation>
    </message>
    <message>
        <source>Its route has no room: every gap is too short.</source>
        <translation>路线已满，每处空当都不够。</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>不可外访</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>无坐标</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>无可用时间</translation>
    </message>
    <message>
        <source>case gone</source>
        <translation>案件已不在</translation>
    </message>
    <message>
        <source>A rule forbids this visit on this day.</source>
        <translation>按规则，这一天不可外访。</translation>
    </message>
    <message>
        <source>Nobody has set its address on the map. Open the case and set the place.</source>
        <translation>地址还没有在地图上标出。请打开案件标出位置。</translation>
    </message>
    <message>
        <source>Its time windows leave no time inside the visiting hours of this day.</source>
        <translation>时间窗不在当天可外访的时段内。</translation>
    </message>
    <message>
        <source>Its case is not there any more.</source>
        <translation>案件已不在。</translation>
    </message>
    <message>
        <source>{team}: allow {span}</source>
        <translation>{team}：时间窗放宽到 {span}</translation>
    </message>
    <message>
        <source>{team}: shift {span}</source>
        <translation>{team}：班次改为 {span}</translation>
    </message>
    <message>
        <source>{team}: somebody with {skills}</source>
        <translation>{team}：安排符合“{skills}”的外访员</translation>
    </message>
    <message>
        <source>{team}: take out {visit}</source>
        <translation>{team}：移出 {visit}</translation>
    </message>
    <message>
        <source>{team}: allow {n} visits</source>
        <translation>{team}：上限改为 {n} 次</translation>
    </message>
    <message>
        <source>{team}: unlock the visit</source>
        <translation>{team}：解锁这次外访</translation>
    </message>
</context>
<context>
    <name>PlanActions</name>
    <message>
        <source>Pick up</source>
        <translation>拿起</translation>
    </message>
    <message>
        <source>Carry the visit; every team says what it would cost. Ctrl+V puts it down.</source>
        <translation>拿起这次外访，各组随即显示要多走多久；Ctrl+V 放下。</translation>
    </message>
    <message>
        <source>Put down</source>
        <translation>放下</translation>
    </message>
    <message>
        <source>Give the carried visit to the team that is marked.</source>
        <translation>把拿起的外访排给标出的小组。</translation>
    </message>
    <message>
        <source>To the best team</source>
        <translation>排给最佳小组</translation>
    </message>
    <message>
        <source>Give the visit to the team whom it costs least.</source>
        <translation>排给绕行最少的小组。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Hold the visit on its team, or free it again.</source>
        <translation>让这次外访留在该组，或解除锁定。</translation>
    </message>
    <message>
        <source>Back to the pool</source>
        <translation>放回待排池</translation>
    </message>
    <message>
        <source>Take the visit off its team.</source>
        <translation>把这次外访移出小组。</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>保存草稿</translation>
    </message>
    <message>
        <source>Keep the draft now. It is kept by itself when the hand rests.</source>
        <translation>立即保存草稿；停手片刻也会自动保存。</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>Open the plan of the day before.</source>
        <translation>打开前一天的计划。</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>Open the plan of the day after.</source>
        <translation>打开后一天的计划。</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Route sheets</source>
        <translation>路线单</translation>
    </message>
    <message>
        <source>No day is open.</source>
        <translation>没有打开的日期。</translation>
    </message>
    <message>
        <source>Teams are already on their way on this day.</source>
        <translation>当天已有小组外出。</translation>
    </message>
    <message>
        <source>Nothing to take back.</source>
        <translation>没有可撤销的改动。</translation>
    </message>
    <message>
        <source>Nothing to do again.</source>
        <translation>没有可重做的改动。</translation>
    </message>
    <message>
        <source>Select a visit first.</source>
        <translation>请先选择一次外访。</translation>
    </message>
    <message>
        <source>Nothing is being carried.</source>
        <translation>没有拿起任何外访。</translation>
    </message>
    <message>
        <source>The visit is on no team.</source>
        <translation>这次外访不在任何小组。</translation>
    </message>
    <message>
        <source>Publishing is the supervisor&apos;s.</source>
        <translation>发布需要主管权限。</translation>
    </message>
    <message>
        <source>Nothing is published for this day yet.</source>
        <translation>这一天还没有发布。</translation>
    </message>
    <message>
        <source>Planning is the supervisor&apos;s.</source>
        <translation>排计划需要主管权限。</translation>
    </message>
    <message>
        <source>The visit is locked; unlock it first.</source>
        <translation>这次外访已锁定，请先解锁。</translation>
    </message>
    <message>
        <source>Reorder</source>
        <translation>调整次序</translation>
    </message>
    <message>
        <source>Move to {team}</source>
        <translation>排给 {team}</translation>
    </message>
    <message>
        <source>No team can take it; the panel says why.</source>
        <translation>没有小组能接，原因见左侧。</translation>
    </message>
    <message>
        <source>Back to the pool</source>
        <translation>放回待排池</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>{hint}. Nothing was changed.</source>
        <translation>{hint}。没有改动。</translation>
    </message>
    <message>
        <source>Checking the plan…</source>
        <translation>正在检查计划…</translation>
    </message>
    <message>
        <source>Publishing…</source>
        <translation>正在发布…</translation>
    </message>
    <message>
        <source>Edition {n} is published; the safety watch has it.</source>
        <translation>第 {n} 版已发布，安全值守已接到。</translation>
    </message>
    <message>
        <source>Route sheets…</source>
        <translation>路线单…</translation>
    </message>
    <message>
        <source>route-sheet</source>
        <translation>路线单</translation>
    </message>
    <message numerus="yes">
        <source>%n route sheet(s) written.</source>
        <translation>
            <numerusform>已写出 %n 份路线单。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Drawing route sheets…</source>
        <translation>正在生成路线单…</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>已排入</translation>
    </message>
    <message>
        <source>Unplanned</source>
        <translation>未排入</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>行程</translation>
    </message>
    <message>
        <source>Hours apart</source>
        <translation>工时差异</translation>
    </message>
    <message>
        <source>Reading the day…</source>
        <translation>正在读取当日计划…</translation>
    </message>
    <message>
        <source>This day cannot be planned yet</source>
        <translation>这一天还不能排计划</translation>
    </message>
    <message>
        <source>The line above says what is missing; settings of the branch are under Settings.</source>
        <translation>上方说明了缺什么；网点的设置在“设置”里。</translation>
    </message>
    <message>
        <source>Open people</source>
        <translation>打开人员</translation>
    </message>
    <message>
        <source>Nobody can go out on this day, so there are no teams.</source>
        <translation>这一天没有人能外出，因此没有小组。</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>Nothing to plan on this day</source>
        <translation>这一天没有要排的外访</translation>
    </message>
    <message>
        <source>Approved visits wait here for a team. Ask for visits on the page of a case.</source>
        <translation>批准的外访在这里等小组。请在案件页申请外访。</translation>
    </message>
    <message>
        <source>Another desk has saved this day. Your last edits are not kept.</source>
        <translation>另一工作台已保存这一天，你最后的改动没有保存。</translation>
    </message>
    <message>
        <source>Load the other one</source>
        <translation>载入对方的</translation>
    </message>
    <message>
        <source>Unplanned  {n}</source>
        <translation>未排入  {n}</translation>
    </message>
    <message>
        <source>{day}, {visits}, {teams}, unplanned {left}</source>
        <translation>{day}，{visits}，{teams}，未排入 {left}</translation>
    </message>
    <message>
        <source>published, edition {n}</source>
        <translation>已发布，第 {n} 版</translation>
    </message>
    <message>
        <source>changed since edition {n}</source>
        <translation>第 {n} 版后有改动</translation>
    </message>
    <message>
        <source>draft, not kept yet</source>
        <translation>草稿，未保存</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>{team}: {reason}</source>
        <translation>{team}：{reason}</translation>
    </message>
</context>
<context>
    <name>PoolList</name>
    <message>
        <source>Unplanned visits</source>
        <translation>未排入的外访</translation>
    </message>
    <message>
        <source>no team can</source>
        <translation>无小组可接</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待排</translation>
    </message>
</context>
<context>
    <name>Proposer</name>
    <message>
        <source>Use this plan</source>
        <translation>用这个方案</translation>
    </message>
    <message>
        <source>Optimise</source>
        <translation>优化</translation>
    </message>
    <message>
        <source>No better plan was found.</source>
        <translation>没有找到更好的方案。</translation>
    </message>
    <message>
        <source>Use optimised plan</source>
        <translation>采用优化方案</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) did not fit without those you refused.</source>
        <translation>
            <numerusform>有 %n 处变化离开不采用的变化就排不下。</numerusform>
        </translation>
    </message>
    <message>
        <source>The optimised plan is in use.</source>
        <translation>已采用优化方案。</translation>
    </message>
    <message>
        <source>Take one change</source>
        <translation>采用一处变化</translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message>
        <source>Publish the plan of {day}?</source>
        <translation>发布 {day} 的计划？</translation>
    </message>
    <message>
        <source>The plan of {day} cannot be published yet</source>
        <translation>{day} 的计划还不能发布</translation>
    </message>
    <message>
        <source>Back to the plan</source>
        <translation>返回计划</translation>
    </message>
    <message>
        <source>Publish plan</source>
        <translation>发布计划</translation>
    </message>
    <message>
        <source>{visits}, {teams}, unplanned {left}.</source>
        <translation>{visits}，{teams}，未排入 {left}。</translation>
    </message>
    <message>
        <source>Stands against it</source>
        <translation>不能发布的原因</translation>
    </message>
    <message>
        <source>Asks for attention</source>
        <translation>需要留意</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>通知谁</translation>
    </message>
    <message>
        <source>Route sheets for {names}.</source>
        <translation>路线单发给：{names}。</translation>
    </message>
    <message>
        <source>The safety watch sees {visits} from now on.</source>
        <translation>安全值守从现在起看护 {visits}。</translation>
    </message>
    <message>
        <source>To be announced again: {names}.</source>
        <translation>需重新预告：{names}。</translation>
    </message>
    <message>
        <source>{visit}: {rule}</source>
        <translation>{visit}：{rule}</translation>
    </message>
    <message>
        <source>{rule} ({visits})</source>
        <translation>{rule}（{visits}）</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Nothing selected</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>{number}  {name}, {team}</source>
        <translation>{number}  {name}，{team}</translation>
    </message>
    <message>
        <source>Arrives {arrive}, begins {begin}, leaves {leave}</source>
        <translation>{arrive} 到达，{begin} 开始，{leave} 离开</translation>
    </message>
    <message>
        <source>Less than 5 min to the end of its time window.</source>
        <translation>距时间窗结束不足 5 分。</translation>
    </message>
    <message>
        <source>Locked: the planner leaves it with this team.</source>
        <translation>已锁定：优化时留在该组。</translation>
    </message>
    <message>
        <source>{name}: why is it not planned?</source>
        <translation>{name}：为什么没排进去？</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>Choose a visit in the list, on a lane or on the map.</source>
        <translation>在列表、小组行或地图上选一次外访。</translation>
    </message>
    <message>
        <source>{team}: {reason}</source>
        <translation>{team}：{reason}</translation>
    </message>
    <message>
        <source>{team}: possible, {extra}, there at {time}. Best.</source>
        <translation>{team}：可行，绕行 {extra}，{time} 到达。最佳。</translation>
    </message>
    <message>
        <source>{teams}: possible, {least} to {most}.</source>
        <translation>{teams}：可行，绕行 {least}至 {most}。</translation>
    </message>
    <message>
        <source>To {team}</source>
        <translation>排给 {team}</translation>
    </message>
    <message>
        <source>It would fit if:</source>
        <translation>这样就能排入：</translation>
    </message>
    <message>
        <source>{n} min at the door</source>
        <translation>停留 {n} 分</translation>
    </message>
    <message>
        <source>priority {n}</source>
        <translation>优先级 {n}</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n 次外访</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n team(s)</source>
        <translation>
            <numerusform>%n 个小组</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Teams are on their way: %n visit(s) begun. The day is not published over.</source>
        <translation>
            <numerusform>已有小组外出，%n 次外访已开始，当天不再整体发布。</numerusform>
        </translation>
    </message>
</context>
</TS>
