// What the locked pane says.
export const unlocking = {
  en: {
    locked: 'Locked',
    why: 'Type the passcode from your paper. The keys stay in this page and are locked again after 10 idle minutes, or when you leave it.',
    passcode: 'Passcode',
    unlock: 'Unlock',
    unlocking: 'Unlocking…',
    length: 'A passcode has 16 letters and digits.',
    'no-answer': 'The server did not answer. Try again.',
    wrong: 'The passcode does not open your keys. Look at your paper again.',
  },
  ru: {
    locked: 'Ключи заблокированы',
    why: 'Введите личный код с вашей бумаги. Ключи не покидают эту страницу и снова блокируются через 10 минут бездействия или когда вы с неё уйдёте.',
    passcode: 'Личный код',
    unlock: 'Разблокировать',
    unlocking: 'Разблокируем…',
    length: 'В личном коде 16 букв и цифр.',
    'no-answer': 'Сервер не ответил. Попробуйте ещё раз.',
    wrong: 'Этот личный код не подходит к вашим ключам. Посмотрите на бумагу ещё раз.',
  },
};
