using MigrantBot.Core.Publications;

namespace MigrantBot.Publications.Pages;

/// <summary>Addresses of what everybody may see.</summary>
static class PagePaths
{
    public const string English = "/publications";
    public const string Russian = "/publications/ru";
    public const string Files = "/publications/files";
    public const string OpenApi = "/api/v1/openapi.json";

    /// <summary>The file of a publication, served without a key and with the same bytes for everybody.</summary>
    public static string FileOf(Period period, string extension) => $"/publications/{(period.Cadence == Cadence.Month ? "month" : "quarter")}/{period}.{extension}";
}
