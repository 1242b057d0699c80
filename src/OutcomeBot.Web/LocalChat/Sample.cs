namespace OutcomeBot.Web.LocalChat;

/// <summary>The Acme story, played by four made-up people.</summary>
public sealed class Sample
{
    public Task<string> LoadAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task RemoveAsync(CancellationToken cancellationToken) => throw new NotImplementedException();
}
