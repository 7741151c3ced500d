using System.Text.Json;
using MigrantBot.Core.Publications;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Publications;

/// <summary>The list of what is out: where its files are, by what they are known, and what was found wrong with them.</summary>
sealed class Listing(PublicationStore publications, House house)
{
    /// <summary>The newest first; a quarter before its months.</summary>
    public async Task<byte[]> Write(CancellationToken cancellation)
    {
        var errata = (await publications.Errata(cancellation)).ToLookup(one => (one.Kind, one.Period));
        var all = await publications.All(cancellation);
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            v = 1,
            data = PublicationText.DataOf(await house.IsInvented(cancellation)),
            publications = all.OrderByDescending(one => Period.Read(one.Period)).Select(one => Entry(one, errata[(one.Kind, one.Period)])),
        }, ApiJson.Options);
    }

    static object Entry(PublicationRow one, IEnumerable<ErratumRow> errata) => new
    {
        one.Kind,
        one.Period,
        published = PublicationText.Day(one.PublishedOn),
        one.Volume,
        json = File(one, "json", one.JsonSha256),
        csv = File(one, "csv", one.CsvSha256),
        errata = errata.Select(erratum => new { day = PublicationText.Day(erratum.Day), erratum.En, erratum.Ru }),
    };

    static object File(PublicationRow one, string format, string sha256) => new { href = $"{Api.Path}/publications/{one.Kind}/{one.Period}.{format}", sha256 };
}
