/** Entry of the page. */
import { openPage } from './open-page.tsx';

openPage(window);
