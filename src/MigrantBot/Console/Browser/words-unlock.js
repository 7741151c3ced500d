// What the locked pane says.
export const unlock = {
  en: {
    locked: 'Locked', passcode: 'Passcode', unlock: 'Unlock', unlocking: 'Unlocking…',
    means: 'Type the passcode from your paper. The keys stay in this page and are locked again after 10 idle minutes, or when you leave it.',
    length: 'A passcode has 16 letters and digits.',
    another: 'The passcode does not open your keys. Look at your paper again.',
    'no-answer': 'The server did not answer. Try again.',
  },
  ru: {
    locked: 'Ключи закрыты', passcode: 'Код с бумаги', unlock: 'Открыть', unlocking: 'Открываем…',
    means: 'Введите код с вашей бумаги. Ключи остаются в этой странице и снова закроются через 10 минут без действий или когда вы её покинете.',
    length: 'В коде 16 букв и цифр.',
    another: 'Этот код не открывает ваши ключи. Посмотрите на бумагу ещё раз.',
    'no-answer': 'Сервер не ответил. Попробуйте ещё раз.',
  },
};
