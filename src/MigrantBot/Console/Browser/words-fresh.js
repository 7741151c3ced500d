// What is said to who has signed in too long ago for what they want to do.
export const fresh = {
  en: {
    asking: 'You signed in more than ten minutes ago. Show your passkey once more: your device asks for it now. What you typed stays.',
    cancelled: 'You signed in more than ten minutes ago, and the passkey was not used in time. Nothing was done. Try again.',
    'here-already': 'The passkey was not accepted. Nothing was done. Sign out, sign in and try again.',
    'no-passkeys': 'This browser cannot use passkeys. Nothing was done. Sign in with another browser.',
    'wrong-address': at => `Passkeys work here only under the name ${at}. Nothing was done. Open the page at that address.`,
    refused: 'The passkey was not accepted. Nothing was done. Sign out, sign in and try again.',
    'no-answer': 'The server did not answer. Nothing was done. Try again.',
  },
  ru: {
    asking: 'Вы вошли больше десяти минут назад. Покажите ключ доступа ещё раз: устройство сейчас его попросит. Всё, что вы написали, останется.',
    cancelled: 'Вы вошли больше десяти минут назад, а ключ доступа вовремя не использован. Ничего не сделано. Попробуйте ещё раз.',
    'here-already': 'Ключ доступа не принят. Ничего не сделано. Выйдите, войдите и попробуйте ещё раз.',
    'no-passkeys': 'Этот браузер не умеет работать с ключами доступа. Ничего не сделано. Войдите в другом браузере.',
    'wrong-address': at => `Ключи доступа работают здесь только по адресу ${at}. Ничего не сделано. Откройте страницу там.`,
    refused: 'Ключ доступа не принят. Ничего не сделано. Выйдите, войдите и попробуйте ещё раз.',
    'no-answer': 'Сервер не ответил. Ничего не сделано. Попробуйте ещё раз.',
  },
};
