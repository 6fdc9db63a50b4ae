#!/usr/bin/env bash
# Runs once, when Gradescope builds the autograder's image.
set -euo pipefail

# Yours to change: what npm installs, by name, as a git URL, or as the path of a tarball (npm pack) beside this script.
package=rnn-check

node_version=v20.20.2
cd /opt
apt-get update && apt-get install -y --no-install-recommends ca-certificates curl xz-utils
curl -fsSL "https://nodejs.org/dist/$node_version/node-$node_version-linux-x64.tar.xz" | tar -xJ
ln -sf "/opt/node-$node_version-linux-x64/bin/"* /usr/local/bin/

cd /autograder/source
npm install --global --no-audit --no-fund "$package"
rnn-check --version
