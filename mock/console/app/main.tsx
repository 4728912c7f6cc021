/** The console: what a mock serves at `/console`. It is a client of the control plane and its stream, and of nothing else. */
import './styles/tokens.css';
import './styles/page.css';
import './styles/views.css';
import { render } from 'preact';
import { startStore } from './store.ts';
import { Shell } from './views/shell.tsx';

const element = document.getElementById('console');
if (element !== null) {
  element.textContent = '';
  startStore();
  render(<Shell />, element);
}
