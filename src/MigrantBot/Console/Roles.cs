namespace MigrantBot.Console;

/// <summary>What somebody may do here: the values of the role claim, and the names of the policies that ask for them.</summary>
static class Roles
{
    /// <summary>Reads and answers cases.</summary>
    public const string Moderator = Storage.Rows.Moderator.ModeratorRole;

    /// <summary>Invites and removes people; has no keys and reads nothing.</summary>
    public const string Administrator = Storage.Rows.Moderator.AdministratorRole;

    public static bool IsRole(string name) => name is Moderator or Administrator;
}
