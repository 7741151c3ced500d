using MigrantBot;

return args switch
{
    [] or ["run", ..] => await Verbs.Run(args),
    ["demo"] => await DemoVerb.Do(),
    ["talk"] => await Verbs.Talk(language: null),
    ["talk", var language] => await Verbs.Talk(language),
    ["check"] => await Verbs.Check(folder: null),
    ["check", var folder] => await Verbs.Check(folder),
    ["facts"] => await Verbs.Facts(),
    ["scrub"] => await Verbs.Scrub(),
    ["keys", "invite", var name] => await Verbs.Invite(name, isAdministrator: false),
    ["keys", "invite", var name, "--administrator"] => await Verbs.Invite(name, isAdministrator: true),
    ["keys", .. var what] => await KeysVerbs.Do(what),
    ["audit", "verify"] => await AuditVerbs.Verify(head: null),
    ["audit", "verify", "--head", var head] => await AuditVerbs.Verify(head),
    ["ngo", .. var what] => await NgoVerbs.Do(what),
    ["publish", .. var what] => await PublishVerbs.Do(what),
    ["backup", .. var words] => await BackupVerbs.Backup(words),
    ["restore", .. var words] => await BackupVerbs.Restore(words),
    ["health"] => await Verbs.Health(),
    _ => await Verbs.Help(),
};
