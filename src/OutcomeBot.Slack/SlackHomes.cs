using System.Collections.Concurrent;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack;

/// <summary>Homes that people have opened: what is pressed or filled in there shows there. A home that nobody has opened is never sent.</summary>
internal sealed class SlackHomes(IInbox inbox, SlackAnswers answers) : IForgets
{
    /// <summary>Beyond this many they are learned again, when they are next opened.</summary>
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<(Tenant, string), bool> _opened = new();

    /// <summary>After a turn: notes that a home was opened, or has it shown anew after something was done on it.</summary>
    public void Follow(ForInbox read)
    {
        var incoming = read.Incoming;
        var home = (incoming.Place.Tenant, incoming.By.Id);
        if (incoming is HomeOpened)
        {
            if (_opened.Count >= Most) _opened.Clear();
            _opened[home] = true;
        }
        else if (IsThere(incoming) && _opened.ContainsKey(home))
        {
            answers.AfterTurn(read, () => inbox.TakeAsync(OpenedAfter(incoming), CancellationToken.None));
        }
    }

    public void Forget(Tenant tenant) => _opened.Forget(tenant);

    /// <summary>What is done on a page without channel, or in a form that was opened there, is the person's own.</summary>
    private static bool IsThere(Incoming incoming) => incoming is Pressed or Filled && incoming.Place.Channel == incoming.By.Id;

    private static HomeOpened OpenedAfter(Incoming incoming) =>
        new() { Delivery = incoming.Delivery + ":home", Place = incoming.Place, By = incoming.By, At = incoming.At, Zone = incoming.Zone };
}
