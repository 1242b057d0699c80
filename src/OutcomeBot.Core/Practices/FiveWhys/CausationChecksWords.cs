using System.Collections.Frozen;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>
/// The words that set off a check. <c>a|b</c> is either, <c>&lt;skip&gt;</c> is any form of the verb, <c>...</c> is up to three
/// words, <c>$</c> is the end; "didn't" is read as "did not".
/// </summary>
internal static class CausationChecksWords
{
    /// <summary>Terms of the trade that contain a word from below and mean no harm.</summary>
    public static readonly Phrases Harmless = new("""
        bad request|gateway|debt|block|sector
        git blame
        blame view
        fault tolerance|injection|domain|line
        segmentation|page fault
        poor man's
        weak reference|password|passwords
        """);

    /// <summary>Rule 2: words that judge, and leave open what happens.</summary>
    public static readonly Phrases Vague = new("""
        poor|poorly|bad|badly|inadequate|inadequately|insufficient|insufficiently|improper|improperly|inappropriate|unsatisfactory
        suboptimal|sub-optimal|substandard|mediocre|terrible|terribly|awful|horrible|horribly|ineffective|inefficient|messy|chaotic|chaos
        somehow|stuff|miscommunication|misalignment|unclear|etc
        a mess
        low|subpar quality
        some|various|many|several|general issues|problems|things|reasons
        communication problem|problems|issue|issues|gap|gaps|breakdown
        lack|lacks|lacking of communication|ownership|focus|resources|time|alignment|clarity|transparency|understanding|quality|discipline|knowledge|experience|commitment|support|direction|vision|coordination|collaboration|awareness|visibility|planning|structure|accountability|trust|motivation|leadership
        lack|lacks|lacking communication|ownership|focus|resources|alignment|clarity|transparency|discipline|commitment|direction|vision|coordination|collaboration|accountability|motivation|leadership
        not enough time|resources|communication|focus|attention|quality|alignment
        not|never ... properly|correctly|adequately|sufficiently|appropriately|effectively
        not ... good|well|ideal|optimal|great enough
        not good|ideal|optimal|great|proper
        not <work> well
        """);

    /// <summary>Words that look for the guilty.</summary>
    public static readonly Phrases Blame = new("""
        lazy|laziness|careless|carelessness|stupid|stupidity|incompetent|incompetence|negligent|negligence|sloppy|sloppiness
        idiot|idiots|idiotic|dumb|useless|clueless|ignorant|ignorance|arrogant|arrogance|irresponsible|unprofessional|selfish|hopeless
        attitude|guilty|culprit|blame|blames|blamed
        at fault
        his|her|their|your|my|our|whose fault
        fault of
        should have known
        can|could not be bothered
        not <bother>
        <screw>|screwed|<mess>|messed|fucked|cocked up
        <drop> the ball
        asleep at the wheel
        """);

    /// <summary>Rule 3: slips that happen to people. They begin a question, they don't end it.</summary>
    public static readonly Phrases HumanError = new("""
        human|user|operator|manual error|errors|mistake|mistakes
        <make> a|an|the|some ... mistake|mistakes|error|errors|typo
        <make> mistakes|errors
        by mistake|accident
        accidentally|mistakenly|inadvertently|absent-mindedly
        <forget>|<overlook>|<misread>|<misunderstand>|<mistype>|<misclick>|<mislabel>|<misconfigure>|<misjudge>|<miscalculate>
        <mix> ... up
        not|never <notice>|<spot>|<remember>
        <press>|<click>|<choose>|<upload>|<send>|<pick>|<copy>|<deploy>|<delete>|<enter>|<select>|<merge> ... wrong
        wrong ... <be> pressed|clicked|chosen|uploaded|sent|picked|copied|deployed|deleted|entered|selected|merged
        <be> forgotten
        a typo
        """);

    /// <summary>Rule 4: somebody went around a rule.</summary>
    public static readonly Phrases RuleBroken = new("""
        not|never ... <follow>|<obey>|<respect> ... process|procedure|procedures|checklist|rule|rules|policy|guideline|guidelines|runbook|standard|standards|protocol|instructions|playbook|workflow
        not|never ... <adhere>|<comply>|<stick> to|with
        process|procedure|procedures|checklist|rule|rules|policy|guideline|guidelines|runbook|standard|standards|protocol|instructions|playbook|workflow ... not|never ... followed|obeyed|respected|used
        <ignore>|<skip>|<bypass>|<violate>|<break>|<circumvent>|<disregard> ... process|procedure|procedures|checklist|rule|rules|policy|guideline|guidelines|runbook|standard|standards|protocol|review|reviews|sign-off|approval|gate|step|steps|tests|check
        process|procedure|procedures|checklist|rule|rules|policy|guideline|guidelines|runbook|standard|standards|protocol|review|sign-off|approval|gate|step|tests|check <be> ... ignored|skipped|bypassed|violated|broken|circumvented|disregarded
        <go> around ... process|procedure|rule|rules|policy|review
        against ... rule|rules|policy|process|procedure
        without approval|permission|authorisation|authorization|sign-off
        """);

    /// <summary>Rule 5: things that people may or may not have had to do.</summary>
    public static readonly FrozenSet<string> Duties = English.Set("""
        check test review tell ask inform update monitor verify document report warn validate look escalate notify measure train read
        respond answer call estimate confirm share log record write invite raise sign maintain clean inspect announce follow brief
        consult mention alert track question notice spot
        """);

    /// <summary>Words that say whose duty it was.</summary>
    public static readonly FrozenSet<string> SaysDuty = English.Set("""
        duty duties responsible responsibility required supposed job obliged rota on-call although though despite must mandatory
        """);

    /// <summary>What is wished for, told as what is wrong.</summary>
    public static readonly Phrases Wishes = new("""
        <need> to be
        <need> refactoring|rewriting|replacing|automating|modernising|modernizing|improvement|improving
        should have been|used|bought|hired|built|adopted|introduced|automated|invested|started|moved|switched|done|tested|had
        should be|use|hire|buy|build|adopt|introduce|implement|move|switch|automate|do|invest
        could have used|bought|hired|built|adopted
        would have helped
        would help
        ought to
        let's|lets
        if we had|used|hired|bought
        solution|fix|answer|remedy is|was
        <migrate>|<switch> to ... would
        time to adopt|introduce|migrate|rewrite|hire
        """);

    public static readonly Phrases Need = new("<need>");

    /// <summary>The absence of a favourite solution is a shopping list, not a cause.</summary>
    public static readonly Phrases MissingFavourite = new("""
        no|without|missing|lack|lacks|lacking|absence|few|enough|insufficient|more ... automated test|tests|testing|deployment|deployments
        no|without|missing|lack|lacks|lacking|absence|insufficient|more ... test automation
        no|without|missing|lack|lacks|lacking|absence|few|enough|insufficient|more ... unit|integration|regression|end-to-end test|tests|testing
        no|without|missing|lack|lacks|lacking|absence|few|enough|insufficient of training|trainings|automation|documentation|docs|monitoring|tooling|tools|budget|headcount|staff|people|developers|engineers|testers|designers|meetings|workshops|dashboards|coaching|ai
        no|without|missing|lack|lacks|lacking|few|enough|insufficient training|trainings|automation|documentation|docs|monitoring|tooling|tools|budget|headcount|staff|people|developers|engineers|testers|designers|meetings|workshops|dashboards|coaching|ai|microservices|kubernetes|devops|scrum|okrs|ci|crm|erp
        no|without a|an|any|proper|good|real|dedicated ... tool|crm|erp|dashboard|wiki|chatbot|coach|tester
        no ... dashboard|crm|wiki|chatbot|coach|scrum
        no data|qa|test|platform|security|devops|ux|analytics team
        no dedicated|proper tester|team|designer|engineer|person|owner|qa
        not ... have|got a|an|any|the ... tool|crm|erp|dashboard|wiki|chatbot|coach
        not <use>|<adopt>|<introduce>|<implement>|<buy> ... scrum|kanban|kubernetes|microservices|jira|okrs|ai|devops|agile|terraform|docker|typescript|rust|kafka|salesforce
        not yet|been ... adopted|introduced|implemented|bought|automated
        <be> not agile|automated|containerised|containerized
        """);

    /// <summary>Departments and crews: named bare ("Sales ...") or after an article.</summary>
    public static readonly FrozenSet<string> Groups = English.Set("""
        r&d engineering sales marketing finance legal support qa ops devops hr management leadership security procurement product design
        development operations accounting board team teams department departments squad squads crew vendor vendors supplier suppliers
        agency staff people guys folks executives c-suite headquarters hq
        """);

    /// <summary>Departments whose name with an article is a thing: "the design is late".</summary>
    public static readonly FrozenSet<string> ThingsWithArticle = English.Set("engineering support security product design development operations accounting legal");

    public static readonly FrozenSet<string> Roles = English.Set("""
        developer developers dev devs engineer engineers manager managers tester testers designer designers analyst analysts architect
        architects seller sellers salespeople rep reps ceo cto cfo cpo coo pm pms po boss bosses director directors agent agents admin
        admins consultant consultants contractor contractors intern interns junior juniors colleague colleagues person operator operators
        owner owners employee employees programmer programmers lead leads facilitator coach
        trainee trainees apprentice student freelancer freelancers salesman executive founder founders technician technicians clerk clerks
        reviewer reviewers approver approvers recruiter recruiters planner planners secretary assistant assistants nurse nurses doctor
        """);

    /// <summary>"Not enough developers" is about how many, and no group.</summary>
    public static readonly FrozenSet<string> Amounts = English.Set("not no too few fewer more missing lack lacking without insufficient");

    public static readonly FrozenSet<string> PersonalPronouns = English.Set("he she they you we i");

    public static readonly FrozenSet<string> Nobodies = English.Set("nobody no-one noone someone somebody everyone everybody anybody");

    /// <summary>What is said of people, after "is".</summary>
    public static readonly Phrases Judgement = new("""
        slow|slower|slowing|lazy|bad|careless|incompetent|weak|late|unreliable|inexperienced|junior|stubborn|difficult|useless|poor|disorganised|disorganized|chaotic
        unmotivated|sloppy|stupid|negligent|arrogant|ignorant|unprofessional|wrong|uncooperative|clueless|dumb|hopeless|undisciplined
        uninterested|resistant|conservative|greedy|naive|inefficient|unproductive|demotivated|unqualified|unskilled|overpaid|irresponsible
        the|a|our|my problem|bottleneck|culprit|reason|disaster|nightmare|idiot|mess
        to blame
        at fault
        not|never ... good|competent|capable|committed|motivated|interested|reliable|careful|skilled|cooperative|professional|serious|fast|engaged
        not|never ... good|fast|serious enough
        out of touch
        """);

    /// <summary>What is said of people with a verb.</summary>
    public static readonly Phrases JudgementVerbs = new("""
        not|never ... <care>|<listen>|<understand>|<communicate>|<want>|<cooperate>|<deliver>|<try>|<think>|<bother>|<collaborate>|<talk>|<pay>|<take> $
        not|never <care>|<listen>|<understand>|<communicate>|<want>|<cooperate>|<deliver>|<try>|<think>|<bother>|<collaborate>|<talk>
        not|never <take> ... seriously
        not|never <do> their|his|her|its job|jobs|homework|work
        can not code|plan|estimate|sell|manage|lead|write|test|cope|deliver|communicate|prioritise|prioritize|decide
        <fail> $
        <fail> to deliver|plan|understand|listen|communicate
        <keep> changing
        <change> his|her|their mind|minds
        <refuse>|<underperform>|<procrastinate>|<complain>|<resist>
        <mess>|<screw>|messed|screwed up
        <drag> ... feet
        <drop> the ball
        """);

    /// <summary>"Ana's attitude", "the fault of sales".</summary>
    public static readonly FrozenSet<string> Belongings = English.Set("""
        attitude fault mistake mistakes laziness incompetence carelessness behaviour behavior negligence ignorance arrogance ego slowness
        """);

    /// <summary>Not yet an answer.</summary>
    public static readonly Phrases NoAnswer = new("""
        not <know> $
        no idea
        not sure $
        it just is|happens|happened
        it is what it is
        bad luck
        always been like|that
        that is|'s how|just
        just because
        """);

    /// <summary>After a slip or a judgement: the author has said what led to it.</summary>
    public static readonly FrozenSet<string> ReasonAfter = English.Set("because since due owing");

    /// <summary>Before it: the same.</summary>
    public static readonly FrozenSet<string> ReasonBefore = English.Set("so therefore makes made lets let leads led causes caused");

    /// <summary>What makes "we need ..." a step of the work and no wish: "we need three approvals before every release".</summary>
    public static readonly FrozenSet<string> StepOfWork = English.Set("""
        before every each per from two three four five six seven eight nine ten until till whenever to
        """);
}
