import { windowId } from './link/window-id';
import { Shell } from './shell';
import { applyTheme } from './theme';
import { language } from './words/words';
import './look/fonts.css';
import './look/base.css';
import './look/layout.css';

document.documentElement.lang = language;
applyTheme();
void windowId().then((id) => new Shell(id).start());
