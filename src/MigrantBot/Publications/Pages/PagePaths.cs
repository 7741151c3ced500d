using MigrantBot.Core.Publications;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Publications.Pages;

/// <summary>Addresses of what everybody may see.</summary>
static class PagePaths
{
    public const string English = Downloads.Path;
    public const string Russian = $"{Downloads.Path}/ru";
    public const string EnglishFeed = $"{English}/feed.xml";
    public const string RussianFeed = $"{Russian}/feed.xml";
    public const string Files = $"{Downloads.Path}/files";
    public const string OpenApi = $"{Api.Path}/openapi.json";

    /// <summary>The file of a publication, served without a key and with the same bytes for everybody.</summary>
    public static string FileOf(Period period, string extension) => $"{Downloads.Path}/{PublicationRow.KindOf(period)}/{period}.{extension}";
}
