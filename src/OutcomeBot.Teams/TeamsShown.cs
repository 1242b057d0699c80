using System.Text.Json.Serialization;
using OutcomeBot.Core;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Teams;

/// <summary>What stands under an address for Teams to fetch. A picture is kept as what it draws, which is small, and drawn when it is asked for.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$")]
[JsonDerivedType(typeof(ShownDrawing), "drawing")]
[JsonDerivedType(typeof(ShownFile), "file")]
internal abstract record TeamsShown;

/// <summary>A block that is drawn. JSON knows blocks as such only, so the kind is looked at when it is read.</summary>
internal sealed record ShownDrawing(Block Block) : TeamsShown;

internal sealed record ShownFile(Attachment File) : TeamsShown;

/// <summary>How it is stored: the names stay.</summary>
[JsonSerializable(typeof(TeamsShown))]
internal sealed partial class TeamsShownJson : JsonSerializerContext
{
    public static TeamsShownJson Stored { get; } = new(CoreJson.StoredOptions());
}
