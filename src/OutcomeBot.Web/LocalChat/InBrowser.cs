using Microsoft.JSInterop;

namespace OutcomeBot.Web.LocalChat;

/// <summary>Things of ours that live in somebody's browser.</summary>
internal static class InBrowser
{
    /// <summary>Lets go of something in the browser; a browser that has left has let go already.</summary>
    public static async Task ForgetAsync(IJSObjectReference? thing, CancellationToken gone)
    {
        if (thing is null || gone.IsCancellationRequested) return;
        try
        {
            await thing.InvokeVoidAsync("dispose", gone);
            await thing.DisposeAsync();
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The browser is gone, and with it all that was to be let go.
        }
    }
}
