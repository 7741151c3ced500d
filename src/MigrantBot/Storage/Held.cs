using MigrantBot.Core.Moderation;

namespace MigrantBot.Storage;

/// <summary>Conditions and settings of <c>reports</c> that are about a running claim, for all statements that need one.</summary>
static class Held
{
    /// <summary>The case is held by <c>@me</c> at <c>@now</c>.</summary>
    public const string ByMe = "status IN ('open', 'waiting', 'accepted') AND claimed_by = @me AND claim_until > @now";

    /// <summary>The same, and by this very claim: what was begun under another one comes too late.</summary>
    public const string WithFence = $"{ByMe} AND claim_fence = @fence";

    /// <summary>Real work renews the claim until <c>@until</c>: see <see cref="Until"/>.</summary>
    public const string Renewed = "claim_until = @until";

    public static long Until(DateTimeOffset now) => (now + Moderating.Lease).ToUnixTimeMilliseconds();
}
