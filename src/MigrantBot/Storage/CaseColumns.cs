namespace MigrantBot.Storage;

/// <summary>What a <see cref="Rows.CaseRow"/> is read from: <c>reports r</c> and these tables, as <c>@me</c> may see it.</summary>
static class CaseColumns
{
    public const string SealedToMe =
        "EXISTS (SELECT 1 FROM envelopes e JOIN envelope_keys k ON k.envelope_id = e.id AND k.recipient_id = @me WHERE e.report_id = r.id)";

    public static readonly string All =
        $"""
        r.id, r.received_on, r.language, r.urgency, r.urgency_reason, o.handle AS urgency_by, r.status, r.claimed_by, r.claim_until, r.claim_fence, r.version, r.turn,
        r.flood, r.opened_on, r.warned_on, r.reply_lost_on, r.reply_taken_on, r.reporter_key, r.verdict, r.verdict_on, r.decided_by, r.duplicate_of,
        CASE WHEN r.waits_since = '' THEN r.received_on ELSE r.waits_since END AS waits_since, m.handle AS holder,
        CASE WHEN {SealedToMe} THEN 1 ELSE 0 END AS is_sealed_to_me,
        CASE WHEN EXISTS (SELECT 1 FROM envelopes a WHERE a.report_id = r.id AND a.direction = 2) THEN 1 ELSE 0 END AS has_reply,
        CASE WHEN EXISTS (SELECT 1 FROM drafts d WHERE d.report_id = r.id AND d.moderator_id = @me) THEN 1 ELSE 0 END AS has_draft,
        {FacetColumns.Joined("f")} AS facets
        """;

    public const string Joins =
        """
        LEFT JOIN report_facets f ON f.report_id = r.id
        LEFT JOIN moderators m ON m.id = r.claimed_by
        LEFT JOIN moderators o ON o.id = r.urgency_by
        """;
}
