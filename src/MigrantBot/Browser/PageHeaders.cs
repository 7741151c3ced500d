namespace MigrantBot.Browser;

/// <summary>What every answer of ours tells a browser to forbid, whichever part gives it. A part hands in what is its own: the policy, and who may keep the answer for how long.</summary>
static class PageHeaders
{
    /// <summary>For a part that serves files which pages of others may load.</summary>
    public const string CrossOrigin = "cross-origin";

    const string SameOrigin = "same-origin";

    const string NoDevices =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), ";

    /// <param name="response">Before its body.</param>
    /// <param name="policy">What the answer may load, run and send, as a Content-Security-Policy.</param>
    /// <param name="keep">As a Cache-Control; who knows better later says it then.</param>
    /// <param name="hasPasskeys">Whether the page makes and uses passkeys.</param>
    /// <param name="readers">Whose pages may load the answer: ours alone, unless it says otherwise.</param>
    public static void Write(HttpResponse response, string policy, string keep, bool hasPasskeys = false, string readers = SameOrigin)
    {
        var (headers, passkeys) = (response.Headers, hasPasskeys ? "(self)" : "()");
        headers.ContentSecurityPolicy = policy;
        headers["Permissions-Policy"] = $"{NoDevices}publickey-credentials-create={passkeys}, publickey-credentials-get={passkeys}";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Opener-Policy"] = SameOrigin;
        headers["Cross-Origin-Resource-Policy"] = readers;
        headers.StrictTransportSecurity = "max-age=31536000";
        headers.CacheControl = keep;
    }
}
