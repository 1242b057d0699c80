using OutcomeBot.Load.Wire;

namespace OutcomeBot.Load;

/// <summary>Signs what a volley will send before it begins, so that signing is not measured.</summary>
internal sealed class Scripts(IReadOnlyList<Session> sessions)
{
    // Each line clicks in analyses of its own, and always at the other cause: no click repeats what is stored already.
    private readonly int[] _clicks = new int[sessions.Count];
    private int _question = 1_000_000;

    /// <summary>A script for each line, long enough for so many requests together.</summary>
    public IReadOnlyList<IReadOnlyList<Shot>> For(int requests) =>
        [.. Enumerable.Range(0, Volley.Lines).Select(line => Script(line, (requests / Volley.Lines) + 1))];

    private List<Shot> Script(int line, int length)
    {
        var script = new List<Shot>(length);
        for (var index = 0; index < length; index++)
            script.Add(index % (Mix.ClicksPerCommand + 1) == 0 ? Ask() : Click(line, index));
        return script;
    }

    private Shot Ask()
    {
        var question = _question++;
        return new(Mix.Ask(question, question), question);
    }

    private Shot Click(int line, int index)
    {
        var own = sessions.Count / Volley.Lines;
        var chosen = (line * own) + (index % own);
        var presses = sessions[chosen].NextWhys;
        return new(Mix.Click(sessions[chosen], 1, presses[_clicks[chosen]++ % 2]));
    }
}
