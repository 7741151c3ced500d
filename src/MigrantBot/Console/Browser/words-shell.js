// What stands around every page.
export const shell = {
  en: {
    console: 'moderators’ console', pages: 'Pages of the console', queue: 'Queue', team: 'Team', partners: 'Partners', audit: 'Audit', settings: 'Settings',
    moderator: 'moderator', administrator: 'administrator', lock: 'Lock', 'sign-out': 'Sign out', keys: 'Keyboard', tongue: 'Language of the console',
    'trial-name': 'Trial mode',
    trial: 'Trial mode: there is no root key, so whoever runs the server can add readers unseen. Not for real reports.',
    'invented-name': 'Demo',
    invented: 'Demo: every case here is invented. Nothing real belongs in it.',
    head: (seq, hash) => `audit ${seq} · ${hash}`,
    'head-meaning': 'The newest line of the audit and the first digits of its hash. Compare them with a colleague’s: they must not contradict each other.',
  },
  ru: {
    console: 'консоль модераторов', pages: 'Страницы консоли', queue: 'Очередь', team: 'Команда', partners: 'Партнёры', audit: 'Журнал', settings: 'Настройки',
    moderator: 'модератор', administrator: 'администратор', lock: 'Заблокировать', 'sign-out': 'Выйти', keys: 'Клавиатура', tongue: 'Язык консоли',
    'trial-name': 'Пробный режим',
    trial: 'Пробный режим: корневого ключа нет, и тот, кто управляет сервером, может незаметно добавить читателя. Не для настоящих сообщений.',
    'invented-name': 'Демо',
    invented: 'Демо: все случаи здесь выдуманы. Ничего настоящего сюда не вносите.',
    head: (seq, hash) => `журнал ${seq} · ${hash}`,
    'head-meaning': 'Последняя запись журнала и первые знаки её хеша. Сверьте их с коллегой: они не должны расходиться.',
  },
};
