// One line above everything on a page: what a press came to, also for who does not see it.
import { byId } from './dom.js';

export function tell(message, isBad = true) {
  byId('notice').textContent = message;
  byId('notice').className = `notice ${isBad ? 'bad' : 'good'}`;
  byId('notice').hidden = !message;
  if (message)
    byId('notice').focus();
}
