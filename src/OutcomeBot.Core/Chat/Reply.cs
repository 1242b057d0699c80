using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OutcomeBot.Core.Chat;

/// <summary>What a turn sends out.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(Show), "show")]
[JsonDerivedType(typeof(Post), "post")]
[JsonDerivedType(typeof(Whisper), "whisper")]
[JsonDerivedType(typeof(Ask), "ask")]
[JsonDerivedType(typeof(Wrong), "wrong")]
[JsonDerivedType(typeof(Attach), "attach")]
[JsonDerivedType(typeof(Home), "home")]
[JsonDerivedType(typeof(HandOver), "over")]
[JsonDerivedType(typeof(SendAgain), "again")]
public abstract record Reply;

/// <summary>This subject's card, in its place, shall look as the subject stands now. It is drawn when it is sent, so many changes make one update.</summary>
public sealed record Show : Reply;

/// <summary>A new message. Said in the channel of its subject's card, it stands in the thread of that card.</summary>
public sealed record Post(Place Place, Card Card) : Reply
{
    /// <summary>It is news for everybody, so it stands in the channel itself.</summary>
    public bool IsForChannel { get; init; }
}

/// <summary>A note that only one person sees.</summary>
public sealed record Whisper(Place Place, Person To, Card Card) : Reply;

/// <summary>A form for the person who just acted; only an open door can carry it.</summary>
public sealed record Ask(Form Form) : Reply;

/// <summary>A filled form is not right yet: a sentence per field, everything typed is kept.</summary>
[method: JsonConstructor]
public sealed record Wrong(ImmutableDictionary<string, string> Fields) : Reply
{
    public Wrong(params IEnumerable<(string Field, string Sentence)> fields)
        : this(fields.ToImmutableDictionary(pair => pair.Field, pair => pair.Sentence)) { }
}

/// <summary>Files with a line of words.</summary>
public sealed record Attach(Place Place, Words Note, ImmutableArray<Attachment> Files) : Reply;

/// <summary>A text file: name with extension, media type, content.</summary>
public sealed record Attachment(string Name, string MediaType, string Text);

/// <summary>What one person's home page shows.</summary>
public sealed record Home(Person To, Card Card) : Reply;

/// <summary>
/// Hands something to another practice, which gets it once as <see cref="HandedOver"/>. The address is <c>practice/verb</c>
/// for a fresh page or <c>practice/id/verb</c> for one that goes by this id.
/// </summary>
public sealed record HandOver(string To, string Text) : Reply;

/// <summary>Has a parcel that could not be delivered tried once more.</summary>
public sealed record SendAgain(string Parcel) : Reply;
