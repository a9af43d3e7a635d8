export { launchPackbench, type RunningPackbench } from '../../scripts/window/launch-packbench.ts';
