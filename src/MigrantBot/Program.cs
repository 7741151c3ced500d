using MigrantBot;

return args switch
{
    [] or ["run", ..] => await Verbs.Run(args),
    ["talk"] => await Verbs.Talk(language: null),
    ["talk", var language] => await Verbs.Talk(language),
    ["keys", "invite", var name] => await Verbs.Invite(name),
    ["health"] => await Verbs.Health(),
    _ => await Verbs.Help(),
};
