using NodaTime;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>The fields of a slash command that matter, gathered as they come.</summary>
internal sealed class SlackCommand
{
    private string? _team, _enterprise, _channel, _user, _userName, _text, _returnAddress, _trigger;
    private bool _isCheck;

    public void Take(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (name.SequenceEqual("team_id"u8)) _team = SlackFormData.Text(value);
        else if (name.SequenceEqual("enterprise_id"u8)) _enterprise = SlackFormData.Text(value);
        else if (name.SequenceEqual("channel_id"u8)) _channel = SlackFormData.Text(value);
        else if (name.SequenceEqual("user_id"u8)) _user = SlackFormData.Text(value);
        else if (name.SequenceEqual("user_name"u8)) _userName = SlackFormData.Text(value);
        else if (name.SequenceEqual("text"u8)) _text = SlackFormData.Text(value);
        else if (name.SequenceEqual("response_url"u8)) _returnAddress = SlackFormData.Text(value);
        else if (name.SequenceEqual("trigger_id"u8)) _trigger = SlackFormData.Text(value);
        else if (name.SequenceEqual("ssl_check"u8)) _isCheck = true;
    }

    public SlackRead Read(SlackPeople people, Instant at, ReadOnlyMemory<byte> body)
    {
        if (_isCheck) return new NotForUs("ssl_check");
        if ((SlackIds.IsId(_team) ? _team : _enterprise) is not { } workspace || !SlackIds.IsId(workspace) || !SlackIds.IsId(_channel) || !SlackIds.IsId(_user))
            return new NotForUs("a command without workspace, channel or user");

        var tenant = SlackIds.Tenant(workspace);
        var (word, rest) = SlackTyped.Command(SlackTyped.Read(_text ?? "", id => people.NameOf(tenant, id)));
        return new ForInbox(new Said(word, rest)
        {
            Delivery = _trigger is { Length: <= 200 } trigger ? "cmd:" + trigger : "cmd:" + SlackReader.KeyOf(body),
            Place = new Place(tenant, _channel),
            By = people.Met(tenant, _user, _userName),
            At = at,
            Door = _trigger is null ? OpenDoor.Whisper : OpenDoor.Form | OpenDoor.Whisper,
            ReturnAddress = _returnAddress,
        })
        { Trigger = _trigger, Organisation = SlackIds.IsId(_enterprise) ? _enterprise : null };
    }
}
