using OutcomeBot.Load.Servers;
using OutcomeBot.Load.Wire;

namespace OutcomeBot.Load;

/// <summary>Opens analyses the way people do, and learns from the cards what can be pressed.</summary>
internal sealed class Opening(int port, Wall wall)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>So many analyses with two causes each, each in a workspace of its own.</summary>
    public async Task<IReadOnlyList<Session>> WithTwoCausesAsync(int count, int firstQuestion, CancellationToken cancellationToken)
    {
        var opened = await AskedAsync(count, firstQuestion, cancellationToken);
        await Parallel.ForEachAsync(opened, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellationToken }, async (session, token) =>
        {
            using var line = await Line.OpenAsync(port, token);
            await AnswerAsync(line, session, 1, Mix.Answer(firstQuestion, 1), token);
            await AnswerAsync(line, session, 2, Mix.Answer(firstQuestion, 2), token);
        });
        await UntilAsync(() => opened.All(session => wall.Find(session.Subject)?.NextWhys.Length >= 2), "the cards of answered analyses", cancellationToken);
        return [.. opened.Select(session => wall.Find(session.Subject)!)]; // They were there a line ago, and cards don't go away.
    }

    /// <summary>So many analyses that nobody has answered yet.</summary>
    public async Task<IReadOnlyList<Session>> AskedAsync(int count, int firstQuestion, CancellationToken cancellationToken)
    {
        using var line = await Line.OpenAsync(port, cancellationToken);
        for (var index = 0; index < count; index++)
            await TakenAsync(line, Mix.Ask(index + 1, firstQuestion + index), "A command", cancellationToken);
        await UntilAsync(() => Enumerable.Range(firstQuestion, count).All(question => wall.CardsOf(question) > 0), "the cards of new analyses", cancellationToken);
        return [.. wall.Sessions.Where(session => session.Question >= firstQuestion && session.Question < firstQuestion + count)];
    }

    /// <summary>Opens the form of the first answer and sends it filled.</summary>
    public async Task AnswerAsync(Line line, Session session, int person, string answer, CancellationToken cancellationToken)
    {
        var form = await FormAsync(line, session, person, session.FirstAnswer, cancellationToken);
        await TakenAsync(line, Mix.Fill(session, person, form.Callback, form.Metadata, answer), "An answer", cancellationToken);
    }

    /// <summary>Presses something and waits for the form that it opens.</summary>
    public async Task<Modal> FormAsync(Line line, Session session, int person, string press, CancellationToken cancellationToken)
    {
        var trigger = Mix.Trigger();
        var opening = wall.Form(trigger);
        await TakenAsync(line, Mix.Click(session, person, press, trigger), "A click", cancellationToken);
        return await opening.WaitAsync(s_patience, cancellationToken);
    }

    /// <summary>Waits until it is so.</summary>
    public static async Task UntilAsync(Func<bool> isSo, string what, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            while (!isSo()) await Task.Delay(50, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Waited {s_patience.TotalSeconds} s in vain for {what}.");
        }
    }

    private static async Task TakenAsync(Line line, byte[] request, string what, CancellationToken cancellationToken)
    {
        var reply = await line.SendAsync(request, cancellationToken);
        var said = System.Text.Encoding.UTF8.GetString(reply.Body.Span);
        if (reply.Status != 200 || said.Contains("errors", StringComparison.Ordinal) || said.Contains("broke on our side", StringComparison.Ordinal))
            throw new InvalidOperationException($"{what} was answered {reply.Status}: {said}");
    }
}
