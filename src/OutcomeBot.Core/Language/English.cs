using System.Collections.Frozen;

namespace OutcomeBot.Core.Language;

/// <summary>
/// The English that the house knows, as plain lists. Nothing here is a rule; a word that is missing makes a question plainer
/// ("Why is it that ...?"), never wrong, so add words freely.
/// </summary>
internal static class English
{
    /// <summary>Words that any text has; they tell no two texts apart.</summary>
    private static readonly FrozenSet<string> s_stopWords = Set("""
        a an the this that these those there here it its he she they we you i me him her us them our your their his my mine ours
        who whom whose which what when where why how if then than so as at by for from in into of off on onto out over to under up
        with within about after before between during through until via per and or but nor not no none nobody n't also too very just
        only even still yet already again ever never always often is are was were be been being am has have had having do does did
        done doing can can't cannot could will won't would shall should may might must don't doesn't didn't isn't aren't wasn't
        weren't hasn't haven't hadn't wouldn't couldn't shouldn't it's that's there's we're they're i'm we've they've because since
        while although though unless get gets got gotten any all some every each both either neither more most much many less few fewer
        such own same other another one s t
        """);

    /// <summary>Each line says the same thing: a cause in other words is still the same cause.</summary>
    public static readonly string[] SameMeaning =
    [
        "fall drop decline decrease shrink sink reduce", "rise grow increase climb gain", "slow slowness sluggish", "late delay overdue slip",
        "customer client", "bug defect", "lack missing absent", "buy purchase", "start begin", "quick fast rapid",
        "error mistake", "choose pick select", "employee staff", "fail break failure", "rule policy",
    ];

    /// <summary>Verbs as "base past participle"; "/" parts spellings.</summary>
    public static readonly string[] IrregularVerbs =
    [
        "arise arose arisen", "become became become", "begin began begun", "bind bound bound", "break broke broken",
        "bring brought brought", "build built built", "buy bought bought", "catch caught caught", "choose chose chosen",
        "come came come", "deal dealt dealt", "draw drew drawn", "drive drove driven", "eat ate eaten", "fall fell fallen",
        "feed fed fed", "feel felt felt", "fight fought fought", "find found found", "fly flew flown", "forget forgot forgotten",
        "freeze froze frozen", "get got gotten/got", "give gave given", "go went gone", "grow grew grown", "hide hid hidden",
        "hold held held", "keep kept kept", "know knew known", "lay laid laid", "lead led led", "leave left left", "lend lent lent",
        "lose lost lost", "make made made", "mean meant meant", "meet met met", "misunderstand misunderstood misunderstood",
        "mistake mistook mistaken", "oversee oversaw overseen", "overtake overtook overtaken", "pay paid paid",
        "rebuild rebuilt rebuilt", "rewrite rewrote rewritten", "ride rode ridden", "rise rose risen", "run ran run", "say said said",
        "see saw seen", "seek sought sought", "sell sold sold", "send sent sent", "shake shook shaken", "show showed shown", "shrink shrank shrunk",
        "sink sank sunk", "sit sat sat", "sleep slept slept", "speak spoke spoken", "spend spent spent", "stand stood stood",
        "steal stole stolen", "stick stuck stuck", "strike struck struck", "swing swung swung", "take took taken",
        "teach taught taught", "tear tore torn", "tell told told", "think thought thought", "throw threw thrown",
        "understand understood understood", "undertake undertook undertaken", "wake woke woken", "wear wore worn", "win won won",
        "withdraw withdrew withdrawn", "write wrote written",
    ];

    /// <summary>Past forms that are nouns or adjectives as well.</summary>
    public static readonly FrozenSet<string> DoubtfulPasts = Set("left felt thought rose saw found bound ground broke fed spent");

    /// <summary>Verbs whose past is their base: the tense can't be told, so no question is built on it.</summary>
    public static readonly FrozenSet<string> TenselessVerbs = Set("put set misread cut let hit shut read spread split cost quit hurt bet cast");

    /// <summary>Verbs whose base and s-form are hardly ever nouns. "+" doubles the last letter.</summary>
    public static readonly FrozenSet<string> RegularVerbs = Set("""
        abandon accept accumulate achieve acknowledge acquire activate adapt add adjust adopt affect agree allocate allow announce
        annoy appear apply approve argue arrive ask assess assign assume assure attend automate avoid backfire batch believe belong
        bill block bother calculate cancel+ cause cease circulate cite clarify classify click coincide collapse collect collide
        combine commit+ communicate compare compensate compete compile complain complete comply compress compute conclude confirm
        conflict confuse connect consider consist consume contain continue contradict contribute control+ convert convince
        coordinate copy correct correspond crash create decide declare decline decrease defer+ define delay delegate delete deliver
        deny depend deploy deprecate describe deserve detect deteriorate determine differ disagree disappear disappoint disclose
        discourage discover discuss dislike dismiss dispute distract distribute divide document double duplicate earn eliminate
        embed+ emerge employ enable encourage encounter enforce engage enjoy enlarge ensure enter erode escalate evaluate evolve
        exceed exclude execute exist expand expect expire explain export expose extend fail finance finish fix flag+ focus follow
        force forecast frustrate gather generate govern guarantee guess halve handle happen hesitate hire identify ignore imagine
        implement imply import improve include incur+ indicate inform inherit initiate inject insert insist inspect install integrate
        intend interpret interrupt introduce invalidate invent invite invoice involve isolate join justify lack lag+ learn like
        listen lock log+ maintain manage match measure mention merge migrate miss mitigate mix modify monitor motivate
        move multiply need neglect negotiate notice notify observe occur+ offer omit+ onboard operate oppose optimise optimize order
        organise organize overlap+ overload overlook overrun overwhelm own participate pass penalise penalize perceive perform
        persuade plan+ postpone predict prefer+ prepare present prevent print prioritise prioritize proceed produce promise promote
        propose prove provide publish pull purchase push qualify quote raise react realise realize receive recognise recognize
        recommend reconcile recover reduce refer+ reflect refuse reject rely remain remember remind remove rename renew repair repeat
        replace replicate reply represent require resist resolve respond restart restore restrict retain retire retry return reuse
        reveal revert reward rotate route satisfy schedule select separate serve share shift ship+ show sign simplify skip+ solve
        specify stagnate start stay stop+ store strengthen struggle submit+ subscribe succeed suffer suggest supply surface suspend
        switch synchronise synchronize tell terminate tolerate track train transfer+ translate treat trigger triple trust try
        underestimate uninstall update upgrade upset use validate vanish vary verify violate visit wait want warn waste weaken
        wonder worry worsen churn stall dry skew starve bypass rot+ double-book overcommit+ oversell+ overpromise underprice reprice
        misclick mistype mislabel misconfigure misjudge miscalculate disregard circumvent adhere obey respect bother care cooperate
        collaborate underperform procrastinate neglect screw mess press notice spot+ brief consult alert cancel+ approve
        time-out outnumber outpace stem+ spike leak drift pile queue
        """);

    /// <summary>Verbs whose base or s-form is as often a noun or an adjective: believed only where nothing else could be the verb.</summary>
    public static readonly FrozenSet<string> NounVerbs = Set("""
        access act age aim answer attempt back balance bank benefit blame board book bounce branch budget bundle call care cap+ chain
        change charge chase chat+ check claim clean clear climb close code comment contact contract count cover credit cross cycle damage
        deal deliver demand design direct divide doubt draft drag+ drop+ dump edge edit empty end escape estimate exit face factor
        favour favor fault fear feature feed field file fill filter+ fire flow fold frame fuel function fund gain grade grant group
        guide hand head help hope host house impact increase index input interest issue judge jump keep label land last launch layer
        lead level license limit line link list live load look loop lower map+ mark market master matter meet model name note number
        object open outweigh own pack pair park part patch pause pay peak pick+ place play point pool post power practise press price
        process profit program promise project prompt protest purpose question race range rank rate reach reason record release
        report request research reserve rest result retry review risk roll root rule run+ sample save scale scan+ score screen search
        sense shape shop+ signal+ slip+ slow smell sort sound source space speed staff stage stamp state step+ stock stress
        study support suit surprise survey swap+ swing table tag+ talk target task tax team tend term test tie time tire top+ total touch
        tour trace trade travel trend trial turn type value view void vote wake walk warm watch weigh wish work worth wrap+ yield
        """);

    /// <summary>Words that stand before a noun: what follows them is not the verb.</summary>
    public static readonly FrozenSet<string> BeforeNouns = Set("""
        a an the this that these those my your his her its our their every each any some no all both half most many few several
        another other enough of in on at by for from with without within into onto over under between among across through during via
        per about against like to than as new old late early high low long short big small large slow fast good bad poor main real
        whole first second third last next next-best manual automatic automated annual monthly weekly daily quarterly hourly legal
        technical internal external single double full partial own same different wrong right key top open public private unclear
        and or not more less fewer too so such what which whose two three four five six seven eight nine ten
        """);

    /// <summary>Words that begin another clause: the main verb is looked for before them.</summary>
    public static readonly FrozenSet<string> BeginClauses = Set("""
        that which who whom whose what because when whenever if unless although though while whereas so but since until once
        where wherever how why whether than or
        """);

    /// <summary>Adverbs that may stand between the subject and its verb.</summary>
    public static readonly FrozenSet<string> Adverbs = Set("""
        often never always just only still also rarely seldom usually now already simply even then sometimes not really hardly
        ever currently again soon once mostly barely both all regularly today
        """);

    public static readonly FrozenSet<string> Pronouns = Set("i we you they he she it nobody everybody somebody everyone someone nothing everything");

    /// <summary>Plurals that don't end in s, and the s-words that are only one thing.</summary>
    public static readonly FrozenSet<string> Plurals = Set("we they you i people men women children data criteria media staff folks both sales");

    public static readonly FrozenSet<string> SingularsInS = Set("process access progress success business address class analysis basis news status bus crisis always this its is was has does");

    /// <summary>Names that keep their capital inside a sentence; a name that is missing is written small, which is a pity and no more.</summary>
    public static readonly FrozenSet<string> Names = Set("""
        monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november
        december english german french spanish chinese japanese european american british europe america asia africa germany france
        spain italy poland britain england india china japan canada brazil berlin london paris slack jira teams-chat confluence notion
        salesforce hubspot zendesk stripe google microsoft amazon azure apple meta kubernetes docker terraform kafka postgres
        postgresql redis mongo linux windows android java python excel outlook gmail kanban scrum acme ana anna ben chen dana dan
        david maria mary john james peter paul lisa laura sara sarah tom thomas anne alice bob carol eve alex sam max kim lee lena
        michael mike jane jan eric erik emma olga ivan priya ravi yuki wei li ahmed fatima omar sofia lucas noah liam mia jonas
        """);

    /// <summary>Adjective-like participles: "has limited capacity" is having, not limiting.</summary>
    public static readonly FrozenSet<string> AdjectiveParticiples = Set("broken hidden written known given frozen spoken lost left made worn torn bound stuck");

    /// <summary>Whether a word says something about what the text is about.</summary>
    public static bool CarriesMeaning(string word) => !s_stopWords.Contains(word);

    internal static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
