# The few commands that a developer needs; the longer ones stand in tests/*.sh.
.PHONY: run test bench bless package setup

run: setup ui/dist/index.html
	cargo build --locked
	@tests/run.sh

test: setup
	@tests/check.sh

# Times and memory on a year of invented data.
bench: setup ui/dist/index.html
	cargo build --locked
	cargo run --locked --bin bench

# Renews references and generated bindings; read the difference before committing it.
bless: setup ui/dist/index.html
	BLESS=1 cargo test --workspace --locked

# A release build, and a .deb where Tauri's bundler is among the node modules.
package: setup ui/dist/index.html
	@tests/package.sh

# Installs what is missing, asking nothing.
setup:
	@tests/setup.sh

ui/dist/index.html: ui/index.html ui/package-lock.json ui/vite.config.ts $(shell find ui/src -type f)
	npm --prefix ui run build
