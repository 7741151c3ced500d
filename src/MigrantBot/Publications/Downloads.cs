using MigrantBot.Core.Publications;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Publications;

/// <summary>The files, byte for byte as they were stored: the same for every key and for those who have none.</summary>
static class Downloads
{
    /// <summary>Where anybody finds them.</summary>
    public const string Path = "/publications";

    /// <summary>A file never changes, but its address may come to hold another one when a trial ends and the real work begins.</summary>
    const string ForEverybody = "public, max-age=3600";

    static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapGroup(Path).AddEndpointFilter(ApiHeaders.ForEverybody).AddEndpointFilter(Api.Guard).MapMethods("{kind}/{period}.{format}", Reading,
            (string kind, string period, string format, PublicationStore publications, CancellationToken cancellation) =>
                Find(kind, period, format, ForEverybody, publications, cancellation));

    internal static async Task<IResult> Find(string kind, string period, string format, string keep, PublicationStore publications, CancellationToken cancellation)
    {
        if (format is not ("json" or "csv") || Period.Read(period) is not { } known || PublicationRow.KindOf(known) != kind
            || await publications.Find(kind, period, cancellation) is not { } found)
            return ApiError.NotFound;
        var file = format == "json"
            ? Unchanged.Text(found.Json, ApiJson.ContentType, found.JsonSha256, keep)
            : Unchanged.Text(found.Csv, "text/csv; charset=utf-8; header=present", found.CsvSha256, keep);
        return file with { FileName = $"migrantbot-{kind}-{period}.{format}" };
    }
}
