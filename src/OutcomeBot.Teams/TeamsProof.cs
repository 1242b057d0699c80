using System.Collections.Immutable;

namespace OutcomeBot.Teams;

/// <summary>What a request proved before its body was read.</summary>
internal abstract record TeamsProof;

/// <summary>A token of Microsoft's, in order by itself: the service address it is for, and the channels its key may speak for.</summary>
internal sealed record Signed(string ServiceUrl, ImmutableArray<string> Endorsements) : TeamsProof;

/// <summary>It comes from this machine, and the settings let this machine in.</summary>
internal sealed record FromThisMachine : TeamsProof;
