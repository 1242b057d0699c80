using OutcomeBot.Core.Practices.FiveWhys;
using static OutcomeBot.Core.Tests.FiveWhys.Thread;
using static OutcomeBot.Core.Tests.People;

namespace OutcomeBot.Core.Tests.FiveWhys;

/// <summary>The Acme story, step by step, for tests that begin in the middle.</summary>
internal static class Acme
{
    public static readonly (string, string)[] Conclusion =
    [
        ("roots", "c4"), ("category", "Priority/Capacity"), ("reach", "Ours"), ("measure", "Release planning reserves capacity before a date is promised"),
        ("owner", "U4"), ("due", "2026-12-04"), ("strength", "Stronger"), ("metric", "lead time under 57 days"), ("check", "2027-01-08"), ("stop", ""),
    ];

    /// <summary>Four whys deep, and a second branch at the first why.</summary>
    public static Thread Four()
    {
        var thread = Asked("Why is revenue growth declining?");
        thread.Fill(Ana, "facts", null, ("metric", "revenue growth, quarter on quarter"), ("baseline", "19.9 % in Q2, 5.2 % in Q4"), ("when", ""), ("where", ""), ("source", "metric revenue-growth"));
        thread.Say(Ben, "Conversion of up-sells has fallen", "m-ben");
        thread.Press(Chen, "next", "c1").Fill(Chen, "answer", "c1", ("answer", "Promised capabilities come too late"));
        thread.Press(Dana, "next", "c2").Say(Dana, "Work waits 51 of 88 days");
        thread.Press(Ben, "next", "c3").Say(Ana, "Release planning has no capacity rule");
        thread.Fill(Chen, "answer", "problem", ("answer", "Two large customers left in Q3"));
        return thread;
    }

    /// <summary>Four deep, every cause of the long branch supported, every step of it held.</summary>
    public static Thread ReadyToConclude()
    {
        var thread = Four();
        thread.Fill(Ben, "evidence", "c1", ("kind", "Number"), ("text", "conversion 31 % in Q2, 18 % in Q4"), ("source", "CRM report, 20 Nov"));
        thread.Fill(Dana, "evidence", "c3", ("kind", "Link"), ("text", "https://wiki.acme.example/value-stream"), ("source", ""));
        thread.Fill(Dana, "evidence", "c4", ("kind", "Observation"), ("text", "Nobody could show us a rule at the planning of 19 Nov"), ("source", ""));
        return HoldAll(thread);
    }

    public static Thread HoldAll(Thread thread)
    {
        while (ReadBack.Unheld(thread.Tree) is { Length: > 0 } unheld)
        {
            var ids = unheld.Take(ReadBack.AtOnce).Select(cause => cause.Id).ToList();
            thread.Press(Chen, "holds", $"{ReadBack.Fingerprint(thread.Tree, ids)}:{string.Join('.', ids)}");
        }

        return thread;
    }

    public static Thread Concluded() => ReadyToConclude().Fill(Ana, "conclude", null, Conclusion);

    /// <summary>Somebody has gone to look at why work waits.</summary>
    public static Thread Waiting() => Four().Fill(Ben, "contest", "c3", ("reason", "R&D delivered 3,131 items, more than ever"), ("owner", "U4"), ("due", "2026-11-30"));

    /// <summary>The conclusion with other words in some fields.</summary>
    public static (string, string)[] With(params (string Field, string Text)[] changed) =>
        [.. Conclusion.Where(pair => changed.All(other => other.Field != pair.Item1)), .. changed];
}
