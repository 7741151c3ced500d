using Microsoft.AspNetCore.Http.HttpResults;

namespace MigrantBot.Console;

/// <summary>Why the server will not do it, by its name as the page knows it: <c>{"refusal":"role"}</c>.</summary>
sealed record Denied(string Refusal)
{
    /// <summary>The role of who asks does not allow it.</summary>
    public static readonly Denied Role = new("role");

    /// <summary>The passkey is unknown here, or the answer to the challenge is wrong, late or used.</summary>
    public static readonly Denied Passkey = new("passkey");

    /// <summary>Only who has signed in a moment ago may change who gets in: passkeys, people, keys of partners. A cookie that was stolen must not be made to last.</summary>
    public static readonly Denied SignInAgain = new("sign-in-again");

    /// <summary>It is the last passkey, or not theirs.</summary>
    public static readonly Denied LastPasskey = new("last-passkey");

    /// <summary>The same was asked for already and waits for a second person.</summary>
    public static readonly Denied AlreadyAsked = new("already-asked");

    /// <summary>Who asks is not on the signed list, and so does not count as one of two people.</summary>
    public static readonly Denied NotListed = new("not-listed");

    /// <summary>No name that somebody can bear here.</summary>
    public static readonly Denied Handle = new("handle");

    /// <summary>A name in two alphabets at once.</summary>
    public static readonly Denied HandleMixed = new("handle-mixed");

    /// <summary>Somebody who is here or expected bears a name that looks the same.</summary>
    public static readonly Denied HandleAlike = new("handle-alike");

    /// <summary>Somebody who is here bears this name.</summary>
    public static readonly Denied Taken = new("taken");

    public JsonHttpResult<Denied> Answer(int status = StatusCodes.Status403Forbidden) => TypedResults.Json(this, statusCode: status);
}
