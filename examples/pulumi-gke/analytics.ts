// The function of the quickstart, as it is. A project of your own has a copy of that file here.
export { analytics } from '../quickstart/analytics';
