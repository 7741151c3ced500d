namespace MigrantBot.Intake.Flooding;

/// <summary>How a report came, and so where it stands in the queue: the higher, the lower down. Nothing is refused. Stored by number.</summary>
enum FloodLevel
{
    None = 0,

    /// <summary>It came while far more came than usual.</summary>
    DuringFlood = 1,

    /// <summary>Its words, or its sender, came again and again.</summary>
    Repeated = 2,
}
