using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Kata;

/// <summary>
/// The words that set off a check. <c>a|b</c> is either, <c>&lt;skip&gt;</c> is any form of the verb, <c>...</c> is up to three
/// words; "didn't" is read as "did not".
/// </summary>
internal static class KataChecksWords
{
    /// <summary>Verbs that begin a task.</summary>
    public static readonly Phrases Doing = new("""
        reduce|increase|improve|cut|lower|raise|shorten|speed|optimise|optimize|automate|implement|introduce|build|create|make|get|stop|start
        ensure|achieve|reach|decrease|grow|eliminate|remove|fix|define|establish|set|hire|buy|migrate|train|write|roll|bring|do|find
        """);

    /// <summary>What is wished for.</summary>
    public static readonly Phrases Need = new("""
        <need> to
        <need> a|an|more|better
        we <need>
        should have|be|use|hire|buy|do
        <have> to
        must
        ought to
        let's
        """);

    /// <summary>A solution where a condition is asked for.</summary>
    public static readonly Phrases Solution = new("""
        <implement>|<introduce>|<install>|<deploy>|<migrate>|<hire>|<buy>|<automate>
        <roll> out
        a new tool|system|process|team|policy|role|dashboard|template
        """);

    public static readonly Phrases Negation = new("""
        no|not|never|without|none|nobody|nothing
        fewer|less complaints|problems|issues
        """);

    /// <summary>Words that two people read in two ways.</summary>
    public static readonly Phrases Vague = new("""
        better|best|good|well|poor|poorly|bad|badly|worse|nice|proper|properly|appropriate|appropriately|suitable|adequate|adequately
        efficient|efficiently|effective|effectively|optimal|optimised|optimized|improved|smooth|smoothly|seamless|seamlessly|robust
        soon|fast|faster|quick|quickly|slow|slower|slowly|often|sometimes|many|several|various|lots
        a lot
        stuff|things|issues|problems|etc|somehow|user-friendly|high-quality
        high|low|higher|lower quality
        """);

    public static readonly Phrases Hearsay = new("""
        i|we think|feel|guess|believe|assume|heard|suppose
        i'm|we're sure
        people|they|everybody|everyone say|says|said|think|thinks|feel|feels
        apparently|presumably|probably|supposedly
        it|that seems
        should be
        """);

    /// <summary>Where knowing ends.</summary>
    public static readonly Phrases Threshold = new("""
        i|we think|guess|believe|assume|suppose
        maybe|perhaps|probably|presumably
        on average
        normally|usually|roughly
        it depends
        not sure
        might be
        """);

    /// <summary>The absence of a favourite solution.</summary>
    public static readonly Phrases Lack = new("""
        lack|lacks|lacking|absence of
        lack|lacks|missing training|automation|documentation|resources|people|time|tools|tooling|budget|process|ownership
        no training|automation|documentation|resources|people|time|tools|tooling|budget
        not enough training|automation|documentation|resources|people|time|tools|budget|staff
        """);

    /// <summary>Steps that never end.</summary>
    public static readonly Phrases Idle = new("""
        improve|optimise|optimize|discuss|consider|explore|investigate|brainstorm|align|think|monitor|continue
        look into|at
        work on
        talk about
        try harder
        """);

    public static readonly Phrases Past = new("""
        was|were
        it|this|that worked
        turned out
        as expected
        has|have been
        """);

    public static readonly Phrases Hedge = new("""
        hope|hopefully|maybe|perhaps|possibly|probably
        might|could
        should be|get|become|work|help
        hard to say
        """);

    /// <summary>Words by which an expectation can be checked without a number.</summary>
    public static readonly Phrases Comparison = new("""
        no|none|nobody|nothing|never|not|all|every|everybody|everyone|each|both|always|only|same|first|before|after|until|within
        fewer|less|more|most|shorter|longer|smaller|larger|bigger|earlier|later|sooner|half|double|twice|once|one|two|three|at least
        <double>|<halve>|<disappear>|<stay>|<fall>|<rise>|<drop>|<grow>|<shrink>|<stop>
        """);

    /// <summary>What explains or judges.</summary>
    public static readonly Phrases Reading = new("""
        because|therefore|hence|obviously|clearly|fortunately|unfortunately|sadly|luckily
        due to
        successful|successfully|disappointing|great|terrible
        as expected
        <work> well|fine
        it worked
        which means|shows
        """);

    public static readonly Phrases Hollow = new("""
        nothing|ok|okay|fine|good|confirmed
        it|that <work>
        as expected
        it <be> good|fine|ok
        not much
        """);
}
